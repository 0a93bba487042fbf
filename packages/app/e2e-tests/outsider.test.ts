import { expect, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { sidebarLink } from './support/sidebarLink';
import { signIn } from './support/signIn';
import { waitForDemoHistory } from './support/waitForDemoHistory';

test('who belongs to no group reads everything and changes nothing', async ({
  page,
  request,
}) => {
  await waitForDemoHistory(request);
  await signIn(page, 'platform-lead', '/settings');
  await page.getByRole('button', { name: 'more' }).click();
  await page.getByRole('menuitem', { name: 'Sign Out' }).click();

  await page.getByRole('button', { name: 'outsider' }).click();
  await sidebarLink(page, 'Home').click();
  await expect(page.getByRole('region', { name: 'Signed in' })).toContainText(
    'You belong to no group: you may read everything and change nothing.',
  );

  await sidebarLink(page, 'Catalog').click();
  await page.getByRole('menuitem', { name: /^All/ }).click();
  await page.getByRole('link', { name: 'api-service', exact: true }).click();
  await expect(
    cardTitled(page, 'SLOs').getByText(
      'Reliability review required before next feature release',
      { exact: true },
    ),
  ).toBeVisible();

  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(
    page.getByRole('menuitem', { name: 'Unregister entity' }),
  ).toBeDisabled();
});
