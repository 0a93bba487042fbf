import { expect, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { waitForDemoHistory } from './support/waitForDemoHistory';

test('a budget is found and read without a mouse', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await waitForDemoHistory(request);
  const { keyboard } = page;

  await page.goto('/catalog/default/component/api-service');
  const user = page.getByRole('button', { name: 'platform-lead' });
  await expect(user).toBeVisible();
  await keyboard.press('Tab');
  await expect(user).toBeFocused();
  await keyboard.press('Enter');

  const link = cardTitled(page, 'SLOs').getByRole('link', {
    name: 'availability',
  });
  await expect(link).toBeVisible();
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(link).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  await keyboard.press('Enter');

  const picker = page.getByRole('tablist', { name: 'SLO' });
  const availability = picker.getByRole('tab', { name: /^availability/ });
  const latency = picker.getByRole('tab', { name: /^latency/ });
  await expect(availability).toHaveAttribute('aria-selected', 'true');
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(availability).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  await keyboard.press('ArrowRight');
  await expect(latency).toBeFocused();
  await expect(latency).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/\?slo=latency$/);

  const chart = cardTitled(page, 'Burn-down').getByRole('img', {
    name: /api-service latency used .+ of its budget/,
  });
  await expect(chart).toBeVisible();
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(chart).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  const reading = cardTitled(page, 'Burn-down').getByRole('status');
  await keyboard.press('ArrowLeft');
  await expect(reading).toHaveText(/\d+\.\d\s% left at /);
  await keyboard.press('Escape');
  await expect(reading).toBeEmpty();
});
