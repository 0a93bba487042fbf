import { readFile } from 'node:fs/promises';
import { expect, Locator, Page, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { sidebarLink } from './support/sidebarLink';
import { signIn } from './support/signIn';
import { waitForDemoDelivery } from './support/waitForDemoDelivery';

const INCIDENT = 'Orders fail: connections to the warehouse run out';

/** A card of the page that is an article itself. */
function partTitled(page: Page, title: string): Locator {
  return cardTitled(page, title).last();
}

test.beforeAll(async ({ request }) => {
  test.setTimeout(400_000);
  await waitForDemoDelivery(request);
});

test('from the organisation to the commits of a deployment', async ({
  page,
}) => {
  await signIn(page, 'platform-lead');
  await sidebarLink(page, 'DORA').click();
  await expect(
    page.getByRole('heading', { name: 'Software delivery' }),
  ).toBeVisible();
  const tiles = page.getByRole('region', { name: 'Five DORA metrics' });
  await expect(tiles.getByRole('button')).toHaveCount(5);
  await expect(tiles).toContainText(/n = \d{2,} deployments/);
  await expect(page.getByText(/^Demo data: GitOps history/)).toBeVisible();

  // The team
  await page.getByRole('textbox', { name: 'Scope' }).click();
  await page.getByRole('option', { name: 'Platform team' }).click();
  await expect(page).toHaveURL(/scope=group/);
  await partTitled(page, 'Services')
    .getByRole('link', { name: 'api-service', exact: true })
    .click();

  // The component
  await expect(page).toHaveURL(/component\/api-service\/dora/);
  await expect(partTitled(page, 'Running now')).toContainText('production');
  const failed = partTitled(page, 'Deployments')
    .getByRole('row')
    .filter({ hasText: 'recovered after 1 h 38 min' });
  await expect(failed).toContainText('Failed');
  await failed.getByRole('link').first().click();

  // The deployment, three minutes before the budget went
  await expect(
    page.getByText('Failed, recovered after 1 h 38 min.'),
  ).toBeVisible();
  const cause = partTitled(page, 'Why it counts as failed');
  await expect(cause).toContainText(INCIDENT);
  await expect(cause).toContainText(
    'Explicit: the incident names this deployment',
  );
  await expect(partTitled(page, 'How it counts')).toContainText('As failed');

  // Its commits
  const shipped = page.getByRole('table', { name: '2 changes shipped' });
  await expect(shipped.getByRole('row')).toHaveCount(3);
  await expect(shipped).toContainText('Cache prices for a minute');
  await expect(shipped).toContainText('Hold connections to the warehouse open');
});

test('a review is written with an action', async ({ page }) => {
  await signIn(page, 'publishing-lead');
  await page.goto('/dora/reviews?scope=group:default/publishing-team');
  await partTitled(page, 'Monthly reviews')
    .getByRole('button', { name: /^Start the review of / })
    .first()
    .click();
  await expect(partTitled(page, 'Numbers')).toContainText(
    'Deployment frequency',
  );

  // Nothing is saved without notes or an action, and the page says so.
  await page.getByRole('button', { name: 'Save the review' }).click();
  await expect(
    page.getByText('A review needs notes or an action.'),
  ).toBeVisible();

  await page
    .getByRole('textbox', { name: /^Notes/ })
    .fill('Most of the lead time of publishing-api is coding.');
  await page.getByRole('button', { name: 'Add action' }).click();
  const action = page.getByRole('group', { name: 'Action 1' });
  await action
    .getByRole('textbox', { name: /^What will be done/ })
    .fill('Split long pull requests of publishing-api');
  await action.getByRole('textbox', { name: /^Owner/ }).fill('publishing');
  await page.getByRole('option', { name: 'publishing-engineer' }).click();
  const dueDate = new Date(Date.now() + 20 * 86_400_000);
  await action.getByLabel(/^Due/).fill(dueDate.toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Save the review' }).click();

  const actions = partTitled(page, 'Actions');
  await expect(actions).toContainText(
    'Split long pull requests of publishing-api',
  );
  await expect(actions).toContainText(/Open, (19|20|21) days left/);

  // The team finds what it promised.
  await page.goto('/catalog/default/group/publishing-team/dora');
  await expect(partTitled(page, 'Open actions')).toContainText(
    'Split long pull requests of publishing-api',
  );
});

test('the numbers leave as CSV', async ({ page }) => {
  await signIn(
    page,
    'platform-lead',
    '/dora/deployments?scope=component:default/api-service',
  );
  const count = page.getByText(/^\d+ deployments$/);
  await expect(count).toBeVisible();
  const shown = parseInt((await count.textContent()) ?? '', 10);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8'))
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(','));

  const [header, ...rows] = lines;
  expect(rows).toHaveLength(shown);
  const column = (name: string) => {
    expect(header).toContain(name);
    return rows.map(row => row[header.indexOf(name)]);
  };
  expect(new Set(column('service'))).toEqual(
    new Set(['component:default/api-service']),
  );
  expect(column('kind').filter(kind => kind === 'rollback')).toHaveLength(1);
  expect(column('failed').filter(failed => failed === 'true')).toHaveLength(1);
});
