import AxeBuilder from '@axe-core/playwright';
import { expect, Locator, Page, test } from '@playwright/test';
import { backendUrl } from './support/backendUrl';
import { cardTitled } from './support/cardTitled';
import { ServiceWizard } from './support/ServiceWizard';
import { signIn } from './support/signIn';
import { waitForDemoDelivery } from './support/waitForDemoDelivery';
import { waitForDemoHatches } from './support/waitForDemoHatches';
import { waitForDemoHistory } from './support/waitForDemoHistory';

const COMPONENT = '/catalog/default/component/api-service';

/** What keeps people out; the frame around our own parts is Backstage's. */
async function barriers(page: Page, selector: string) {
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => ({
        id,
        target,
        failureSummary,
      })),
    );
}

for (const theme of ['light', 'dark'] as const) {
  test(`nothing of ours keeps people out, ${theme}`, async ({
    page,
    request,
  }) => {
    await waitForDemoHistory(request);
    await page.addInitScript(
      name => window.localStorage.setItem('theme', name),
      theme,
    );

    await page.goto('/');
    await expect(
      page.getByRole('button', { name: 'platform-lead' }),
    ).toBeVisible();
    expect(await barriers(page, 'body')).toEqual([]);

    await signIn(page, 'platform-lead');
    await expect(page.getByRole('region', { name: 'Signed in' })).toBeVisible();
    expect(await barriers(page, 'main, section')).toEqual([]);

    await page.goto(COMPONENT);
    await expect(
      cardTitled(page, 'SLOs').getByRole('group', { name: 'latency' }),
    ).toBeVisible();
    expect(await barriers(page, '[class*="SloCardContent-root"]')).toEqual([]);

    await page.goto(`${COMPONENT}/slos`);
    await expect(
      cardTitled(page, 'Burn-down').getByRole('img').first(),
    ).toBeVisible();
    expect(await barriers(page, '[role="tabpanel"]')).toEqual([]);
  });

  test(`escape hatches keep nobody out, ${theme}`, async ({
    page,
    request,
  }) => {
    const hatches = await waitForDemoHatches(request);
    const waiting = hatches.find(({ status }) => status === 'submitted');
    await page.addInitScript(
      name => window.localStorage.setItem('theme', name),
      theme,
    );
    await signIn(page, 'platform-lead');

    const content = '[class*="BackstageContent-root"]';
    const pages: [path: string, selector: string, part: Locator][] = [
      [
        '/escape-hatches',
        content,
        page.getByRole('table', { name: /^Your own requests/ }),
      ],
      [
        '/escape-hatches/requests',
        content,
        page.getByRole('table', { name: 'All requests' }),
      ],
      [
        '/escape-hatches/insights',
        content,
        page.getByRole('table', { name: /^Demand per rule/ }),
      ],
      [
        '/escape-hatches/new?entityRef=component:default/api-service&rules=probes&riskLevel=high',
        content,
        page.getByRole('list', { name: 'Who will approve' }),
      ],
      [
        `/escape-hatches/${waiting!.id}`,
        content,
        page.getByRole('table', { name: 'Timeline' }),
      ],
      [
        '/catalog/default/component/special-ml-workload',
        '[class*="EscapeHatchCard-root"]',
        page.getByRole('list', { name: 'Active and pending escape hatches' }),
      ],
      [
        '/catalog/default/group/ml-team/escape-hatches',
        '[class*="EscapeHatchCard-root"]',
        page.getByRole('table', { name: 'ML team: escape hatches' }),
      ],
    ];
    for (const [path, selector, part] of pages) {
      await page.goto(path);
      await expect(part).toBeVisible();
      expect(await barriers(page, selector), path).toEqual([]);
    }
  });

  test(`the golden path keeps nobody out, ${theme}`, async ({
    page,
    request,
  }) => {
    await waitForDemoDelivery(request);
    await page.emulateMedia({ colorScheme: theme });
    await page.addInitScript(
      name => window.localStorage.setItem('theme', name),
      theme,
    );
    await signIn(
      page,
      'publishing-lead',
      '/create/templates/default/kubernetes-service',
    );
    const wizard = new ServiceWizard(page);
    await wizard.answerService({ name: 'barriers', description: 'None' });
    expect(await barriers(page, '[class*="GoldenPath"]')).toEqual([]);
    await wizard.next.click();
    await expect(page.getByText('99.5 % over 30 d = 3 h 36 m')).toBeVisible();
    expect(await barriers(page, '[class*="GoldenPath"]')).toEqual([]);
    await wizard.next.click();
    await wizard.field('Image registry').fill('docker.io/acme');
    expect(await barriers(page, '[class*="GoldenPath"]')).toEqual([]);
    await wizard.next.click();
    await wizard.expectSummary(/^\d+ errors? in \d+ files/);
    expect(await barriers(page, 'form')).toEqual([]);

    for (const path of [
      '',
      'gitops',
      'gitops/tree/main/environments/production',
      'gitops/blob/main/README.md',
    ]) {
      await page.goto(`${backendUrl}/api/demo-git/${path}`);
      await expect(page.getByRole('main')).toBeVisible();
      expect(await barriers(page, 'body'), path).toEqual([]);
    }
  });
}
