import { Page } from '@playwright/test';
import { settled } from './settled';

/** As much as fits into a picture of docs. */
const HIGHEST = 2_400;

/** Pages scroll inside of the window, so the window is made higher by what does not fit. */
export async function wholePage(page: Page, path: string) {
  const hidden = await page.evaluate(() =>
    Math.max(
      document.documentElement.scrollHeight - window.innerHeight,
      ...Array.from(document.querySelectorAll('*'))
        .filter(element =>
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
        )
        .map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
    ),
  );
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({
    width,
    height: Math.min(height + hidden, HIGHEST),
  });
  await settled(page);
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}
