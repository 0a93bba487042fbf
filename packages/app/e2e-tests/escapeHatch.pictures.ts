import { join } from 'node:path';
import { expect, Locator, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { settled } from './support/settled';
import { signIn } from './support/signIn';
import { waitForDemoHatches } from './support/waitForDemoHatches';
import { wholePage } from './support/wholePage';

const FOLDER = join(__dirname, '../../../docs/images');
const WORKLOAD = 'component:default/special-ml-workload';

/** Filled in as far as a link can. */
const FORM = `/escape-hatches/new?${new URLSearchParams({
  entityRef: WORKLOAD,
  rules: 'terraform-only',
  riskLevel: 'high',
})}`;

/** Id of the request that is shown; known once the demo is there. */
let requestId = '';

test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  const hatches = await waitForDemoHatches(request);
  requestId = hatches.find(({ rules }) =>
    rules.includes('privileged-container'),
  )!.id;
});

for (const theme of ['light', 'dark']) {
  for (const width of [1400, 800]) {
    test(`escape hatches, ${theme}, ${width} px`, async ({ browser }) => {
      const name = (what: string) =>
        join(
          FOLDER,
          `escape-hatch-${what}-${theme}${
            width === 1400 ? '' : `-${width}`
          }.png`,
        );
      /** A page of the portal, as somebody sees it. */
      const as = async (user: string) => {
        const context = await browser.newContext({
          viewport: { width, height: 900 },
        });
        await context.addInitScript(
          chosen => localStorage.setItem('theme', chosen),
          theme,
        );
        const page = await context.newPage();
        await signIn(page, user);
        return {
          page,
          picture: async (what: string, path: string, last: Locator) => {
            await page.goto(path);
            await expect(last).toBeVisible();
            await settled(page);
            await expect(page.getByLabel(/^Loading/)).toHaveCount(0);
            await wholePage(page, name(what));
          },
        };
      };

      const lead = await as('platform-lead');
      await lead.picture(
        'inbox',
        '/escape-hatches',
        lead.page.getByRole('table', { name: /^Your own requests/ }),
      );
      await lead.picture(
        'insights',
        '/escape-hatches/insights',
        lead.page.getByRole('table', { name: /^Demand per rule/ }),
      );
      await lead.page.context().close();

      const engineer = await as('ml-engineer');
      const { page } = engineer;
      await engineer.picture(
        'form',
        FORM,
        page.getByRole('list', { name: 'Before you submit' }),
      );
      await engineer.picture(
        'request',
        `/escape-hatches/${requestId}`,
        page.getByRole('table', { name: 'Timeline' }),
      );
      await engineer.picture(
        'group',
        '/catalog/default/group/ml-team/escape-hatches',
        page.getByRole('table', { name: 'ML team: escape hatches' }),
      );
      await page.goto('/catalog/default/component/special-ml-workload');
      const card = cardTitled(page, 'Escape hatches');
      await expect(
        card.getByRole('list', { name: 'Active and pending escape hatches' }),
      ).toBeVisible();
      await settled(page);
      await card.screenshot({ path: name('card') });
      await page.context().close();
    });
  }
}
