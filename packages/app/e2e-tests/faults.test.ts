import { expect, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { monthOfTraffic } from './support/monthOfTraffic';
import { signIn } from './support/signIn';
import { sloDocument } from './support/sloDocument';
import { TestService } from './support/TestService';

const HOUR_MS = 3_600_000;

test('a broken document leaves the last good version in force', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  const service = new TestService({ name: 'mail-relay', request });
  const document = sloDocument('mail-relay');
  await service.register(document);
  await service.push(monthOfTraffic({ until: new Date() }));
  service.writeDocument(document.replace('target: 0.995', 'target: 99.5'));
  await service.waitFor(({ problems }) => problems.length > 0);

  await signIn(page, 'outsider', '/catalog/default/component/mail-relay');
  const card = cardTitled(page, 'SLOs');
  await expect(
    card.getByText('slos/mail-relay.yaml has 1 error'),
  ).toBeVisible();
  await expect(
    card.getByText(/The last good version of .+ stays in force\./),
  ).toBeVisible();
  await expect(card.getByText(/^6:13\b/)).toBeVisible();
  await expect(card).toContainText('slos[0].target: expected');
  await expect(card).toContainText('got 99.5');
  await expect(card.getByRole('group', { name: 'availability' })).toContainText(
    /47\.0\s%\s*budget left/,
  );

  service.writeDocument(document);
  await service.waitFor(({ problems }) => problems.length === 0);
  await page.reload();
  await expect(card.getByRole('group', { name: 'availability' })).toBeVisible();
  await expect(card.getByText('slos/mail-relay.yaml')).toBeHidden();
});

test('an SLO without new data says so, keeps its numbers and starts nothing', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const service = new TestService({ name: 'payment-gateway', request });
  await service.register(sloDocument('payment-gateway'));
  await service.push(
    monthOfTraffic({ until: new Date(Date.now() - 3 * HOUR_MS) }),
  );

  await signIn(page, 'outsider', '/catalog/default/component/payment-gateway');
  const card = cardTitled(page, 'SLOs');
  await expect(
    card.getByText(/^Stale: no data since .+, 3\sh(\s\d\smin)? ago$/),
  ).toBeVisible();
  await expect(card.getByText('Frozen', { exact: true })).toBeVisible();
  const row = card.getByRole('group', { name: 'availability' });
  await expect(row).toContainText(/47\.0\s%\s*budget left/);
  // More than half is gone, but data of three hours ago put no action in force.
  await expect(row).not.toContainText('Review');
});
