import { expect, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { tabTo } from './support/tabTo';
import { waitForDemoHistory } from './support/waitForDemoHistory';

test('a budget is found and read without a mouse', async ({
  page,
  request,
}) => {
  await waitForDemoHistory(request);
  const { keyboard } = page;

  await page.goto('/catalog/default/component/api-service');
  await tabTo(page.getByRole('button', { name: 'platform-lead' }));
  await keyboard.press('Enter');

  const card = cardTitled(page, 'SLOs');
  await tabTo(card.getByRole('link', { name: 'availability' }));
  await keyboard.press('Enter');

  const picker = page.getByRole('tablist', { name: 'SLO' });
  const availability = picker.getByRole('tab', { name: /availability/ });
  const latency = picker.getByRole('tab', { name: /latency/ });
  await tabTo(availability);
  await expect(availability).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowRight');
  await expect(latency).toBeFocused();
  await expect(latency).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/\?slo=latency$/);

  const burnDown = cardTitled(page, 'Burn-down');
  await tabTo(
    burnDown.getByRole('img', {
      name: /api-service latency used .+ of its budget/,
    }),
  );
  const reading = burnDown.getByRole('status');
  await keyboard.press('ArrowLeft');
  await expect(reading).toHaveText(/\d+\.\d\s% left at /);
  await keyboard.press('Escape');
  await expect(reading).toBeEmpty();
});
