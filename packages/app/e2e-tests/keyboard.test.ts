import { expect, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { tabTo } from './support/tabTo';
import { waitForDemoHatches } from './support/waitForDemoHatches';
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

test('a request is found and decided on without a mouse', async ({
  page,
  request,
}) => {
  await waitForDemoHatches(request);
  const { keyboard } = page;

  await page.goto('/escape-hatches');
  await tabTo(page.getByRole('button', { name: 'platform-lead' }));
  await keyboard.press('Enter');

  await tabTo(
    page
      .getByRole('row')
      .filter({ hasText: 'smart-answers' })
      .getByRole('link', { name: /^Decide #/ }),
  );
  await keyboard.press('Enter');

  const change = page.getByRole('button', { name: 'Request changes' });
  await tabTo(change);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Request changes of #/ });
  const comment = dialog.getByRole('textbox', { name: 'Comment' });
  const submit = dialog.getByRole('button', { name: 'Request changes' });

  // It wants a comment, and leads to where it is missing.
  await tabTo(submit);
  await keyboard.press('Enter');
  await expect(comment).toBeFocused();
  await expect(comment).toHaveAccessibleDescription('Say why.');

  await keyboard.type('Which paths does it write to?');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(change).toBeFocused();
  await keyboard.press('Enter');
  await expect(comment).toHaveValue('Which paths does it write to?');
});
