import { join } from 'node:path';
import type {
  Deployment,
  Page as ListPage,
  Review,
} from '@golden-path/backstage-plugin-dora-common';
import { expect, Page, test } from '@playwright/test';
import { callBackend } from './support/callBackend';
import { signIn } from './support/signIn';
import { waitForDemoDelivery } from './support/waitForDemoDelivery';
import { wholePage } from './support/wholePage';

const FOLDER = join(__dirname, '../../../docs/images');
const API_SERVICE = 'component:default/api-service';
const PLATFORM_TEAM = 'group:default/platform-team';

/** What the pictures are of; known once the demo is there. */
const ids = { deployment: '', review: '' };

test.beforeAll(async ({ request }) => {
  test.setTimeout(400_000);
  await waitForDemoDelivery(request);
  const list = <T>(path: string) =>
    callBackend<ListPage<T>>(request, `/api/dora/v1/${path}`);
  const deployments = await list<Deployment>(
    `deployments?scope=${API_SERVICE}&environment=production`,
  );
  ids.deployment = deployments.items.find(({ failed }) => failed)!.id;
  const reviews = await list<Review>(`reviews?scope=${PLATFORM_TEAM}`);
  ids.review = reviews.items.find(({ actions }) => actions.length > 0)!.id;
});

for (const theme of ['light', 'dark']) {
  for (const width of [1400, 800]) {
    test(`delivery metrics, ${theme}, ${width} px`, async ({ page }) => {
      const suffix = `${theme}${width === 1400 ? '' : `-${width}`}`;
      const picture = async (what: string, path: string, text: RegExp) => {
        await page.goto(path);
        await expect(page.getByText(text).first()).toBeVisible();
        await loaded(page);
        await wholePage(page, join(FOLDER, `dora-${what}-${suffix}.png`));
      };
      await page.addInitScript(
        chosen => localStorage.setItem('theme', chosen),
        theme,
      );
      await page.setViewportSize({ width, height: 900 });
      await signIn(page, 'platform-lead');

      await picture('organisation', '/dora', /^Demo data:/);
      await picture(
        'group',
        '/catalog/default/group/platform-team/dora',
        /^Overdue:/,
      );
      await picture(
        'component',
        '/catalog/default/component/api-service/dora',
        /^recovered after/,
      );
      await picture(
        'deployment',
        `/dora/deployments/${ids.deployment}`,
        /^Hold connections to the warehouse open/,
      );
      await picture(
        'data-quality',
        '/dora/data-quality',
        /^The environment .staging. is not/,
      );
      await picture('review', `/dora/reviews/${ids.review}`, /days? late$/);
    });
  }
}

/** No part of the page waits for its numbers or its chart. */
async function loaded(page: Page) {
  await expect(page.getByText('Loading the chart')).toHaveCount(0);
  await expect(page.getByLabel(/^Loading/)).toHaveCount(0);
}
