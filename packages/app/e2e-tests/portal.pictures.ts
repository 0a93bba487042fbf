import { join } from 'node:path';
import { expect, Locator, Page, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { monthOfTraffic } from './support/monthOfTraffic';
import { settled } from './support/settled';
import { signIn } from './support/signIn';
import { sloDocument } from './support/sloDocument';
import { TestService } from './support/TestService';
import { waitForDemoHistory } from './support/waitForDemoHistory';
import { wholePage } from './support/wholePage';

const FOLDER = join(__dirname, '../../../docs/images');
const HOUR_MS = 3_600_000;

test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  await waitForDemoHistory(request);

  const stale = new TestService({ name: 'payment-gateway', request });
  await stale.register(sloDocument('payment-gateway'));
  await stale.push(
    monthOfTraffic({ until: new Date(Date.now() - 3 * HOUR_MS) }),
  );

  const broken = new TestService({ name: 'mail-relay', request });
  const document = sloDocument('mail-relay');
  await broken.register(document);
  await broken.push(monthOfTraffic({ until: new Date() }));
  broken.writeDocument(document.replace('target: 0.995', 'target: 99.5'));
  await broken.waitFor(({ problems }) => problems.length > 0);
});

for (const theme of ['light', 'dark']) {
  for (const width of [1400, 800]) {
    test(`the portal, ${theme}, ${width} px`, async ({ page }) => {
      const name = (what: string) =>
        join(
          FOLDER,
          `${what}-${theme}${width === 1400 ? '' : `-${width}`}.png`,
        );
      await page.addInitScript(
        chosen => localStorage.setItem('theme', chosen),
        theme,
      );
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/');
      await expect(
        page.getByRole('list', { name: 'Users of the demo' }),
      ).toBeVisible();
      await page.screenshot({ path: name('sign-in') });

      await signIn(page, 'platform-lead');
      await expect(
        page.getByRole('heading', { name: 'Golden Path', level: 1 }),
      ).toBeVisible();
      await settled(page);
      await page.screenshot({ path: name('home') });

      await page.goto('/catalog');
      await expect(
        page.getByRole('link', { name: 'api-service', exact: true }),
      ).toBeVisible();
      await settled(page);
      await page.screenshot({ path: name('catalog') });

      await page.goto('/catalog/default/component/api-service');
      await cardOf(page, /failed requests left/, name('slo-card'));

      await page.goto('/catalog/default/component/api-service/slos');
      await expect(
        cardTitled(page, 'Burn-down').getByRole('img').first(),
      ).toBeVisible();
      await expect(cardTitled(page, 'Policy')).toContainText('Review began');
      await wholePage(page, name('slo-tab'));

      await page.goto('/catalog/default/component/release');
      // Comes last, once the catalog has answered that there is such a template.
      await cardOf(page, 'Add an SLO', name('slo-empty'));
      await page.goto('/catalog/default/component/payment-gateway');
      await cardOf(page, /^Stale: no data since/, name('slo-stale'));
      await page.goto('/catalog/default/component/mail-relay');
      await cardOf(page, /has 1 error$/, name('slo-broken'));
    });
  }
}

/** The SLO card alone, once it shows what it should. */
async function cardOf(page: Page, text: string | RegExp, path: string) {
  const card: Locator = cardTitled(page, 'SLOs');
  await expect(card.getByText(text).first()).toBeVisible();
  await settled(page);
  await card.screenshot({ path });
}
