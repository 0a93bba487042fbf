import { Page } from '@playwright/test';

/** Fonts and images are there, and nothing is on its way any more. */
export async function settled(page: Page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}
