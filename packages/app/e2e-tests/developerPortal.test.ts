import { APIRequestContext, expect, test } from '@playwright/test';
import { readBudget } from './support/readBudget';
import { sidebarLink } from './support/sidebarLink';
import { signIn } from './support/signIn';

const CLICKS = 10;

async function measured(request: APIRequestContext) {
  const { slos } = await readBudget(request, 'developer-portal');
  return slos[0]?.total ?? 0;
}

test('a click in the portal moves the portal’s own number', async ({
  page,
  request,
}) => {
  // Requests are counted in whole minutes, and the last minute is pushed when it is over.
  test.setTimeout(240_000);
  await signIn(page, 'platform-engineer');
  const before = await measured(request);

  for (let click = 0; click < CLICKS; click += 2) {
    await sidebarLink(page, 'Catalog').click();
    await expect(
      page.getByRole('heading', { name: /^Owned Components/ }).first(),
    ).toBeVisible();
    await sidebarLink(page, 'Home').click();
    await expect(
      page.getByRole('heading', { name: 'Golden Path', level: 1 }),
    ).toBeVisible();
  }

  await expect
    .poll(() => measured(request), { timeout: 150_000, intervals: [2_000] })
    .toBeGreaterThanOrEqual(before + CLICKS);

  await page.goto('/catalog/default/component/developer-portal');
  const row = page.getByRole('group', { name: 'availability' });
  await expect(row).toContainText('99 % of requests succeed · 30 d');
  await expect(row.getByText('budget left')).toBeVisible();
});
