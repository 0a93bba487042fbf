import { Locator, Page } from '@playwright/test';

/** An entry of the portal's sidebar; other parts of a page may have links of the same name. */
export function sidebarLink(page: Page, name: string): Locator {
  return page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name, exact: true })
    .last();
}
