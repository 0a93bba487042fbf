import { join } from 'node:path';
import { expect, Page, test } from '@playwright/test';
import { backendUrl } from './support/backendUrl';
import { createService } from './support/createService';
import { ServiceWizard } from './support/ServiceWizard';
import { settled } from './support/settled';
import { signIn } from './support/signIn';
import { waitForDemoDelivery } from './support/waitForDemoDelivery';
import { wholePage } from './support/wholePage';

const FOLDER = join(__dirname, '../../../docs/images');
const SERVICE = 'orders-api';

test.beforeAll(async ({ request }) => {
  test.setTimeout(600_000);
  await waitForDemoDelivery(request);
  await createService(request, SERVICE);
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1400, 800]) {
    const look = { theme, width };

    test(`wizard, ${theme}, ${width} px`, async ({ page }) => {
      await prepare(page, look);
      await signIn(
        page,
        'publishing-lead',
        '/create/templates/default/kubernetes-service',
      );
      const wizard = new ServiceWizard(page);
      await wizard.answerService({
        name: 'invoices-api',
        description: 'Writes invoices of publications',
      });
      await picture(page, look, 'service');
      await wizard.next.click();
      await expect(page.getByText('99.5 % over 30 d = 3 h 36 m')).toBeVisible();
      await picture(page, look, 'objective');
      await wizard.next.click();
      await wizard.field('Image registry').fill('docker.io/acme');
      await wizard.next.click();
      await wizard.expectSummary(/^\d+ errors? in \d+ files/);
      await pictureOfCheck(page, look, 'check-error');
      await page.getByRole('button', { name: 'Back' }).click();
      await wizard.field('Image registry').fill('ghcr.io/example');
      await wizard.next.click();
      await wizard.expectSummary(/^No findings in \d+ files/);
      await page
        .getByRole('tree', { name: 'Files that will be made' })
        .getByRole('treeitem', { name: /^Dockerfile/ })
        .click();
      await pictureOfCheck(page, look, 'check');
    });

    test(`git server, ${theme}, ${width} px`, async ({ page }) => {
      await prepare(page, look);
      await page.goto(
        `${backendUrl}/api/demo-git/gitops/tree/golden-path/${SERVICE}`,
      );
      await expect(
        page.getByRole('heading', { name: `golden-path/${SERVICE}` }),
      ).toBeVisible();
      await picture(page, look, 'branch');
    });
  }
}

interface Look {
  theme: 'light' | 'dark';
  /** px */
  width: number;
}

async function prepare(page: Page, { theme, width }: Look) {
  await page.addInitScript(
    chosen => localStorage.setItem('theme', chosen),
    theme,
  );
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: 900 });
}

async function picture(page: Page, look: Look, what: string) {
  await settled(page);
  await wholePage(page, fileOf(what, look));
}

/** Its tree and its file scroll by themselves, and are not made higher. */
async function pictureOfCheck(page: Page, look: Look, what: string) {
  const { width } = look;
  await page.setViewportSize({ width, height: width === 1400 ? 1_440 : 1_800 });
  await settled(page);
  await page.screenshot({ path: fileOf(what, look) });
}

function fileOf(what: string, { theme, width }: Look) {
  const suffix = `${theme}${width === 1400 ? '' : `-${width}`}`;
  return join(FOLDER, `golden-path-${what}-${suffix}.png`);
}
