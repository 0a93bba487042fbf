import { Locator, Page } from '@playwright/test';

/** A card of an entity page, by its title. */
export function cardTitled(page: Page, title: string): Locator {
  return page.getByRole('article').filter({
    has: page.getByRole('heading', { name: title, exact: true }),
  });
}
