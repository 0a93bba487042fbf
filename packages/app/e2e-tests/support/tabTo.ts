import { expect, Locator } from '@playwright/test';

/** Presses the Tab key until an element has the focus. */
export async function tabTo(element: Locator) {
  await expect(element).toBeVisible();
  await expect(async () => {
    await element.page().keyboard.press('Tab');
    await expect(element).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] });
}
