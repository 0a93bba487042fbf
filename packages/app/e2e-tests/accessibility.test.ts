import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test } from '@playwright/test';
import { cardTitled } from './support/cardTitled';
import { signIn } from './support/signIn';
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

for (const theme of ['light', 'dark']) {
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
}
