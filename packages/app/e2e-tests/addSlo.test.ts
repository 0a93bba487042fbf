import { expect, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { signIn } from './support/signIn';

test('a service without an SLO is led to its first document', async ({
  page,
}) => {
  await signIn(
    page,
    'ml-lead',
    '/catalog/default/component/special-ml-workload',
  );
  const card = cardTitled(page, 'SLOs');
  await expect(card.getByText('This service has no SLO yet')).toBeVisible();
  await expect(card).toContainText('golden-path.io/slo: slos/*.yaml');
  await expect(
    card.getByRole('button', { name: 'Copy the annotation' }),
  ).toBeVisible();
  await card.getByRole('button', { name: 'Add an SLO' }).click();
  await expect(page.getByRole('heading', { name: 'Add an SLO' })).toBeVisible();

  const next = page.getByRole('button', { name: 'Next' });
  await page.getByRole('textbox', { name: 'Component' }).fill('special-ml');
  await page.getByRole('option', { name: /special-ml-workload/ }).click();
  await page.getByRole('textbox', { name: 'Name of the SLO' }).fill('trained');
  await next.click();
  await page
    .getByRole('textbox', { name: "Which series are this service's" })
    .fill('job="training"');
  await next.click();
  await expect(page.getByRole('textbox', { name: 'Objective' })).toHaveValue(
    '99.5',
  );
  await next.click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();

  const document = page.getByText('service: "special-ml-workload"');
  await expect(document).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('target: 0.995')).toBeVisible();
  await expect(
    page.getByText(
      'action: "Reliability review required before next feature release"',
    ),
  ).toBeVisible();
});
