import { expect, Page } from '@playwright/test';
import { sidebarLink } from './sidebarLink';

/** Opens a page of the portal and signs in on the way there. */
export async function signIn(page: Page, user: string, path = '/') {
  await page.goto(path);
  await page.getByRole('button', { name: user, exact: true }).click();
  await expect(sidebarLink(page, 'Settings')).toBeVisible();
}
