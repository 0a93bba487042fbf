import { expect, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { sidebarLink } from './support/sidebarLink';
import { signIn } from './support/signIn';
import { waitForDemoHistory } from './support/waitForDemoHistory';

const DEMAND = 'Reliability review required before next feature release';

// By construction of the demo's history 60–64 % of the one budget and 26–30 % of the other are used.
const AVAILABILITY_LEFT = /(3[6-9]\.\d|40\.0)\s%/;
const LATENCY_LEFT = /7[0-4]\.\d\s%/;

test.beforeAll(async ({ request }) => {
  await waitForDemoHistory(request);
});

test('platform-lead reads what is asked of api-service', async ({ page }) => {
  await page.goto('/');
  await expect(
    page.getByRole('list', { name: 'Users of the demo' }).getByRole('listitem'),
  ).toHaveCount(8);

  await page.getByRole('button', { name: 'platform-lead' }).click();
  await expect(
    page.getByRole('heading', { name: 'Golden Path', level: 1 }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Signed in' })).toHaveText(
    // By name, and by title once the catalog has answered.
    /You are platform[- ]lead, a member of platform[- ]team\./i,
  );

  await sidebarLink(page, 'Catalog').click();
  await page.getByRole('link', { name: 'api-service', exact: true }).click();

  const card = cardTitled(page, 'SLOs');
  await expect(card.getByText(DEMAND, { exact: true })).toBeVisible();
  await expect(
    card.getByText(
      /^availability has used 6\d\.\d\s% of its budget \(threshold 50\s%\)\. In force since /,
    ),
  ).toBeVisible();

  const availability = card.getByRole('group', { name: 'availability' });
  await expect(availability).toContainText('99.5 % of requests succeed · 30 d');
  await expect(availability).toContainText('Review');
  await expect(
    availability.getByRole('img', { name: /of the error budget left$/ }),
  ).toHaveAccessibleName(AVAILABILITY_LEFT);
  await expect(availability).toContainText(AVAILABILITY_LEFT);
  await expect(availability).toContainText(/[\d,]+ failed requests left/);

  const latency = card.getByRole('group', { name: 'latency' });
  await expect(latency).toContainText('within 500 ms · 30 d');
  await expect(latency).toContainText('On track');
  await expect(latency).toContainText(LATENCY_LEFT);
  await expect(latency).toContainText(/[\d,]+ slow requests left/);

  await expect(card.getByText('Demo data', { exact: true })).toBeVisible();
  await expect(card.getByText('Pushed by demo-ci')).toBeVisible();
});

test('the tab shows when the budget of availability went', async ({ page }) => {
  await signIn(page, 'platform-lead', '/catalog/default/component/api-service');
  await cardTitled(page, 'SLOs')
    .getByRole('link', { name: 'availability' })
    .click();
  await expect(page).toHaveURL(/\/slos\?slo=availability$/);
  const stat = page.getByRole('group', { name: 'Error budget left' });
  await expect(stat).toContainText(AVAILABILITY_LEFT);

  const burnDown = cardTitled(page, 'Burn-down');
  const sentence =
    /^From .+ to .+, api-service availability used 6\d\.\d\s% of its budget; (3[6-9]\.\d|40\.0)\s% is left\. The largest loss, 3\d\.\d\s%, was on /;
  await expect(burnDown.getByText(sentence)).toBeVisible();
  await expect(burnDown.getByRole('img', { name: sentence })).toBeVisible();

  await burnDown.getByRole('button', { name: 'Table' }).click();
  const table = burnDown.getByRole('table', {
    name: 'Points of the burn-down',
  });
  await expect(table.getByRole('row').nth(1)).toContainText(AVAILABILITY_LEFT);
  await expect(burnDown.getByRole('img', { name: sentence })).toBeHidden();
  await burnDown.getByRole('button', { name: 'Table' }).click();

  await burnDown.getByRole('button', { name: 'Rolling' }).click();
  await expect(
    burnDown.getByRole('img', {
      name: /api-service availability had between .+ of its budget left, each over the 30\s(d|days) before/,
    }),
  ).toBeVisible();

  const definition = cardTitled(page, 'Definition');
  await expect(definition).toContainText(
    'sum(rate(http_requests_total{status!~"5.."}[5m]))',
  );
  const policy = cardTitled(page, 'Policy');
  await expect(policy.getByRole('row', { name: DEMAND })).toContainText(
    'Active',
  );
  await expect(
    policy.getByRole('row', {
      name: 'Feature freeze; all hands on reliability',
    }),
  ).toContainText('Not reached');
  await expect(policy.getByRole('table', { name: 'History' })).toContainText(
    /Review began at 5\d\.\d\s% used/,
  );
});
