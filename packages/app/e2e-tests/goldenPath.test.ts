import type {
  Deployment,
  Page as Items,
} from '@golden-path/backstage-plugin-dora-common';
import { APIRequestContext, expect, Page, test } from '@playwright/test';
import { callBackend } from './support/callBackend';
import { cardTitled } from './support/cardTitled';
import { DemoClone } from './support/DemoClone';
import { postAs } from './support/postAs';
import { readBudget } from './support/readBudget';
import { ServiceWizard } from './support/ServiceWizard';
import { sidebarLink } from './support/sidebarLink';
import { signIn } from './support/signIn';
import { StartedApp } from './support/StartedApp';
import { sumSeries } from './support/sumSeries';
import { tabTo } from './support/tabTo';
import { waitForDemoDelivery } from './support/waitForDemoDelivery';

/** Time for the catalog, and then for the discovery of documents and repositories, to come round. */
const DISCOVERY_MS = 120_000;

/** Another one each time: a repository that is there is not made again. */
const NAME = `orders-${Date.now().toString(36)}`;
const REQUESTS = 200;

test.beforeAll(async ({ request }) => {
  test.setTimeout(400_000);
  // The GitOps repository of the demo is there, and read
  await waitForDemoDelivery(request);
});

test('a service from the wizard to its first deployment', async ({
  page,
  request,
}) => {
  test.setTimeout(900_000);
  await signIn(page, 'publishing-lead');
  await sidebarLink(page, 'Create').click();
  const wizard = new ServiceWizard(page);

  await test.step('what is to be made is checked first', async () => {
    await wizard.choose();
    await wizard.answerService({
      name: NAME,
      description: 'Takes orders of publications',
    });
    await wizard.next.click();
    await expect(page.getByText('99.5 % over 30 d = 3 h 36 m')).toBeVisible();
    await wizard.next.click();
    await expect(
      page.getByText(
        new RegExp(`The repository will be .*/api/demo-git/${NAME}\\.git$`),
      ),
    ).toBeVisible();
    await wizard.next.click();

    await wizard.expectSummary(/^No findings in \d+ files/);
    await page
      .getByRole('tree', { name: 'Files that will be made' })
      .getByRole('treeitem', { name: /^Dockerfile/ })
      .click();
    await expect(
      page.getByRole('region', { name: /Dockerfile, \d+ lines/ }),
    ).toContainText('USER 10001:10001');
  });

  await test.step('it is created', async () => {
    await wizard.review.click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(
      page.getByRole('link', { name: `Open ${NAME} in the catalog` }),
    ).toBeVisible({ timeout: 120_000 });
  });

  await test.step('its environments wait in a branch, and are merged', async () => {
    // On the git server, in a tab of its own
    const opened = page.waitForEvent('popup');
    await page
      .getByRole('link', { name: 'Pull request of the environments' })
      .first()
      .click();
    const branch = await opened;
    await expect(
      branch.getByRole('heading', { name: `golden-path/${NAME}` }),
    ).toBeVisible();
    const changes = branch.getByRole('table', {
      name: /are different from main/,
    });
    for (const environment of ['staging', 'production']) {
      await expect(
        changes.getByRole('row', {
          name: `environments/${environment}/${NAME}/values.yaml added`,
        }),
      ).toBeVisible();
    }
    const gitops = DemoClone.open('gitops');
    gitops.git('merge', '--quiet', '--no-edit', `origin/golden-path/${NAME}`);
    gitops.git('push', '--quiet', 'origin', 'main');
    gitops.remove();
    await branch.reload();
    await expect(branch.getByText('it is merged')).toBeVisible();
    await branch.close();
  });

  const service = DemoClone.open(NAME);
  await test.step('its application serves what its objectives measure', async () => {
    const app = await StartedApp.start({ folder: service.folder, request });
    await measure(request, app);
    await app.stop();
  });

  await test.step('its card lives', async () => {
    await page.goto(`/catalog/default/component/${NAME}`);
    const card = cardTitled(page, 'SLOs');
    for (const slo of ['availability', 'latency']) {
      await expect(
        card.getByRole('group', { name: slo }).getByText('budget left'),
      ).toBeVisible();
    }
    await expect(card).toContainText('99.5 % of requests succeed');
  });

  await test.step('what is written to the GitOps repository is a deployment', async () => {
    const commit = service.git('rev-parse', 'HEAD');
    const gitops = DemoClone.open('gitops');
    gitops.change(
      `environments/production/${NAME}/values.yaml`,
      `Deploy ${NAME} ${commit} to production`,
      values => values.replace('tag: ""', `tag: "${commit}"`),
    );
    gitops.remove();
    await expect
      .poll(() => readVersions(request), { timeout: DISCOVERY_MS })
      .toContain(commit);
    await page.goto(
      `/catalog/default/component/${NAME}/dora?${new URLSearchParams(
        thisWeek(),
      )}`,
    );
    await expect(cardTitled(page, 'Running now').last()).toContainText(
      commit.slice(0, 7),
      { timeout: 60_000 },
    );
    await expect(
      cardTitled(page, 'Deployments')
        .last()
        .getByRole('row')
        .filter({ hasText: commit.slice(0, 7) }),
    ).toBeVisible();
  });
  service.remove();
});

test('an error of the check keeps the wizard where it is', async ({ page }) => {
  test.setTimeout(400_000);
  const { keyboard } = page;
  await signIn(
    page,
    'publishing-engineer',
    '/create/templates/default/kubernetes-service',
  );
  const wizard = new ServiceWizard(page);
  await wizard.answerService({
    name: 'invoices-api',
    description: '${{ secrets.TOKEN }} {{ .Values.x }} <b>bold</b>',
  });

  // From here on without a mouse
  await press(wizard, page);
  await expect(page.getByText('99.5 % over 30 d = 3 h 36 m')).toBeVisible();
  await press(wizard, page);
  const registry = wizard.field('Image registry');
  await tabTo(registry);
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('docker.io/acme');
  await press(wizard, page);

  await wizard.expectSummary(/^\d+ errors? in \d+ files/);
  const finding = wizard.findings.getByRole('row').nth(1);
  await expect(finding).toContainText('image-source');
  await expect(finding).toContainText(
    'comes from none of the allowed registries: ghcr.io/example.',
  );
  await expect(finding).toContainText('Fix: Push the image to');

  // The place of the finding leads to its line.
  await tabTo(finding.getByRole('button'));
  await keyboard.press('Enter');
  await expect(
    page.getByRole('region', {
      name: /charts\/invoices-api\/values\.yaml, .*error on line \d+/i,
    }),
  ).toBeFocused();

  await tabTo(wizard.review);
  await keyboard.press('Enter');
  await expect(
    page.getByText('The check has to end without an error first').first(),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Create', exact: true }),
  ).toHaveCount(0);

  // Corrected, it goes on.
  await tabTo(page.getByRole('button', { name: 'Back' }));
  await keyboard.press('Enter');
  await tabTo(registry);
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('ghcr.io/example');
  await press(wizard, page);
  await wizard.expectSummary(/^No findings in \d+ files/);
  await tabTo(wizard.review);
  await keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: 'Create', exact: true }),
  ).toBeVisible();
});

test('who belongs to no group makes no service, and tries none out', async ({
  request,
}) => {
  const templateRef = 'template:default/kubernetes-service';
  const values = {
    name: 'not-mine',
    owner: 'group:default/publishing-team',
    language: 'node',
    exposure: 'internal',
  };
  for (const path of [
    '/api/golden-path/v1/template-checks',
    '/api/scaffolder/v2/tasks',
  ]) {
    const body = { templateRef, values };
    const answer = await postAs(request, 'outsider', path, body);
    expect(answer.status(), path).toBe(403);
  }
});

/** Goes to the next page by the keyboard. */
async function press(wizard: ServiceWizard, page: Page) {
  await tabTo(wizard.next);
  await page.keyboard.press('Enter');
}

/** Days from this Monday to the next, as the page takes a period; by itself it shows weeks that are over. */
function thisWeek(): { from: string; to: string } {
  const today = new Date();
  const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * 86_400_000;
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return { from: day(monday), to: day(monday + 7 * 86_400_000) };
}

/** What has been deployed of the service. */
async function readVersions(request: APIRequestContext) {
  const { items } = await callBackend<Items<Deployment>>(
    request,
    `/api/dora/v1/deployments?scope=component:default/${NAME}`,
  );
  return items.map(({ version }) => version);
}

/** Has an application serve requests, and pushes what its own metrics count to its objectives. */
async function measure(request: APIRequestContext, app: StartedApp) {
  await expect
    .poll(
      () =>
        readBudget(request, NAME).then(
          ({ slos }) => slos.length,
          () => 0,
        ),
      {
        timeout: DISCOVERY_MS,
        intervals: [1_000],
      },
    )
    .toBe(2);
  for (let sent = 0; sent < REQUESTS; sent++) {
    await request.get(`${app.url}/api/greetings/Ann`);
  }
  const metrics = await (await request.get(`${app.url}/metrics`)).text();
  const total = sumSeries(metrics, { metric: 'http_requests_total' });
  expect(total).toBe(REQUESTS);
  const good = {
    availability:
      total -
      sumSeries(metrics, {
        metric: 'http_requests_total',
        having: /status="5../,
      }),
    latency: sumSeries(metrics, {
      metric: 'http_request_duration_seconds_bucket',
      having: /le="0\.5"/,
    }),
  };

  const { slos } = await readBudget(request, NAME);
  // The minute before this one, which is over
  const start = new Date((Math.floor(Date.now() / 60_000) - 1) * 60_000);
  for (const { id, name } of slos) {
    await callBackend(request, `/api/slo/v1/slos/${id}/samples`, {
      samples: [
        {
          start: start.toISOString(),
          seconds: 60,
          good: good[name as keyof typeof good],
          total,
        },
      ],
    });
  }
}
