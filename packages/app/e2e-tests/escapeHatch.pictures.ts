import { join } from 'node:path';
import { expect, Locator, Page, test } from '@playwright/test';
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

/** The request that is shown; known once the demo is there. */
const shown = { id: '' };

test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  const hatches = await waitForDemoHatches(request);
  shown.id = hatches.find(({ rules }) =>
    rules.includes('privileged-container'),
  )!.id;
});

for (const theme of ['light', 'dark']) {
  for (const width of [1400, 800]) {
    const look = { theme, width };

    test(`inbox and insights, ${theme}, ${width} px`, async ({ page }) => {
      await signInWith(page, 'platform-lead', look);
      await picture(page, look, {
        what: 'inbox',
        path: '/escape-hatches',
        last: page.getByRole('table', { name: /^Your own requests/ }),
      });
      await picture(page, look, {
        what: 'insights',
        path: '/escape-hatches/insights',
        last: page.getByRole('table', { name: /^Demand per rule/ }),
      });
    });

    test(`one service, ${theme}, ${width} px`, async ({ page }) => {
      await signInWith(page, 'ml-engineer', look);
      await picture(page, look, {
        what: 'form',
        path: FORM,
        last: page.getByRole('list', { name: 'Before you submit' }),
      });
      await picture(page, look, {
        what: 'request',
        path: `/escape-hatches/${shown.id}`,
        last: page.getByRole('table', { name: 'Timeline' }),
      });
      await picture(page, look, {
        what: 'group',
        path: '/catalog/default/group/ml-team/escape-hatches',
        last: page.getByRole('table', { name: 'ML team: escape hatches' }),
      });

      await page.goto('/catalog/default/component/special-ml-workload');
      const card = cardTitled(page, 'Escape hatches');
      await expect(
        card.getByRole('list', { name: 'Active and pending escape hatches' }),
      ).toBeVisible();
      await settled(page);
      await card.screenshot({ path: fileOf('card', look) });
    });
  }
}

interface Look {
  theme: string;
  /** px */
  width: number;
}

function fileOf(what: string, { theme, width }: Look) {
  const suffix = `${theme}${width === 1400 ? '' : `-${width}`}`;
  return join(FOLDER, `escape-hatch-${what}-${suffix}.png`);
}

async function signInWith(page: Page, user: string, { theme, width }: Look) {
  await page.addInitScript(
    chosen => localStorage.setItem('theme', chosen),
    theme,
  );
  await page.setViewportSize({ width, height: 900 });
  await signIn(page, user);
}

/** Takes a page once its last part has come. */
async function picture(
  page: Page,
  look: Look,
  options: { what: string; path: string; last: Locator },
) {
  const { what, path, last } = options;
  await page.goto(path);
  await expect(last).toBeVisible();
  await settled(page);
  await expect(page.getByLabel(/^Loading/)).toHaveCount(0);
  await wholePage(page, fileOf(what, look));
}
