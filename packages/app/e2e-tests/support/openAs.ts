import { Browser, Page } from '@playwright/test';
import { signIn } from './signIn';

/** Opens a page of the portal as one of several users of a journey: each has a browser of their own. */
export async function openAs(
  browser: Browser,
  user: string,
  path: string,
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, user, path);
  return page;
}
