import type {
  AuditVerification,
  Evaluation,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import {
  APIRequestContext,
  expect,
  Locator,
  Page,
  test,
} from '@playwright/test';
import { callBackend } from './support/callBackend';
import { cardTitled } from './support/cardTitled';
import { openAs } from './support/openAs';
import { postAs } from './support/postAs';
import { readBundle } from './support/readBundle';
import { sidebarLink } from './support/sidebarLink';
import { signIn } from './support/signIn';
import { waitForDemoHatches } from './support/waitForDemoHatches';

const API = '/api/escape-hatch/v1';
const SERVICE = 'manuals-publisher';
const ENTITY = `component:default/${SERVICE}`;
const RULE = 'probes';

/** A day as a date field takes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** What a deployment of the service is told. */
async function evaluate(request: APIRequestContext) {
  const { results } = await callBackend<Evaluation>(
    request,
    `${API}/evaluate`,
    { entityRef: ENTITY, environment: 'production', rules: [RULE] },
  );
  return results[0];
}

/** Presses one of the segments of a choice; the radio button itself is out of sight. */
async function choose(form: Locator, name: string) {
  await form.getByText(name, { exact: true }).click();
  await expect(form.getByRole('radio', { name })).toBeChecked();
}

/** What the request on the page is now; it has the focus after a decision. */
function stateOf(page: Page) {
  return page.getByRole('status').first();
}

async function decide(page: Page, action: string, comment?: string) {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${action}`) });
  if (comment) {
    await dialog.getByRole('textbox', { name: 'Comment' }).fill(comment);
  }
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(stateOf(page)).toBeFocused();
}

test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  await waitForDemoHatches(request);
});

test('from the form to the revocation', async ({ browser, request }) => {
  expect(await evaluate(request)).toMatchObject({ result: 'required' });

  // The requester asks
  const requester = await openAs(
    browser,
    'publishing-engineer',
    '/escape-hatches/new',
  );
  const form = requester.getByRole('form', { name: 'Request an escape hatch' });
  await form.getByRole('textbox', { name: 'Service' }).fill(SERVICE);
  await requester.getByRole('option', { name: SERVICE }).click();
  await form.getByRole('textbox', { name: 'Rules' }).fill(RULE);
  await requester.getByRole('option', { name: RULE }).click();
  await choose(form, 'High');
  await form
    .getByRole('textbox', { name: 'Why do you need it?' })
    .fill('It answers no HTTP before its import of manuals is over.');
  await form
    .getByRole('textbox', { name: 'Risk assessment' })
    .fill('A container that hangs gets traffic until somebody notices.');
  await form
    .getByRole('textbox', { name: 'Mitigations' })
    .fill('An alert fires when it answers nothing for five minutes.');
  await choose(form, 'Mitigated');

  const approvers = requester
    .getByRole('list', { name: 'Who will approve' })
    .getByRole('listitem');
  await expect(approvers).toHaveCount(3);
  await expect(approvers.nth(0)).toContainText('publishing-lead');
  await expect(approvers.nth(0)).toContainText('Not you');
  await expect(approvers.nth(1)).toContainText('platform-lead');
  await expect(approvers.nth(2)).toContainText('security-reviewer');

  // Too long is not submitted: the field is named, has the focus, and offers the longest.
  const ends = form.getByLabel(/^Ends \(end of that day/);
  await ends.fill(inDays(120));
  await form.getByRole('button', { name: 'Submit' }).click();
  await expect(form.getByRole('alert')).toContainText(
    'Not submitted. 1 field needs a change: Ends',
  );
  await expect(ends).toBeFocused();
  await expect(ends).toHaveAccessibleDescription(/^At most 92 days: /);
  await form.getByRole('button', { name: /^Use / }).click();
  await expect(ends).toHaveValue(inDays(92));
  await form.getByRole('button', { name: 'Submit' }).click();

  await expect(
    requester.getByRole('heading', {
      name: new RegExp(`^#\\d+ ${RULE} for ${SERVICE}$`),
    }),
  ).toBeVisible();
  await expect(stateOf(requester)).toHaveText('Submitted, waits for Owner');
  await expect(stateOf(requester)).toBeFocused();
  const path = new URL(requester.url()).pathname;
  const id = path.split('/').at(-1);

  // Nobody approves an own request, by the page or past it.
  await expect(
    requester.getByText(/^You may not decide: You asked for it/),
  ).toBeVisible();
  await expect(requester.getByRole('button', { name: 'Approve' })).toHaveCount(
    0,
  );
  const refused = await postAs(
    request,
    'publishing-engineer',
    `${API}/requests/${id}/approve`,
    { expectedVersion: 2 },
  );
  expect(refused.status()).toBe(403);

  // The lead of the team finds it, and wants more
  const lead = await openAs(browser, 'publishing-lead', '/');
  await sidebarLink(lead, 'Escape hatches').click();
  await lead
    .getByRole('table', { name: /^Waits for your approval/ })
    .getByRole('row')
    .filter({ hasText: SERVICE })
    .getByRole('link', { name: /^Decide #/ })
    .click();
  await expect(lead).toHaveURL(new RegExp(`${path}$`));
  await decide(lead, 'Request changes', 'Who is told by the alert?');
  await expect(stateOf(lead)).toHaveText('Changes requested');

  // The requester answers
  await requester.goto('/escape-hatches');
  const own = requester
    .getByRole('table', { name: /^Your own requests/ })
    .getByRole('row')
    .filter({ hasText: SERVICE });
  await expect(own).toContainText(
    'by publishing-lead: “Who is told by the alert?”',
  );
  await own.getByRole('link', { name: /^Edit #/ }).click();
  const mitigations = requester.getByRole('textbox', { name: 'Mitigations' });
  await mitigations.fill('An alert tells the one on call after five minutes.');
  await requester
    .getByRole('button', { name: 'Save and submit again' })
    .click();
  await expect(stateOf(requester)).toHaveText('Submitted, waits for Owner');

  // What was approved is not what it says any more: the approval is gone.
  await lead.reload();
  await decide(lead, 'Approve');
  await expect(stateOf(lead)).toHaveText('Submitted, waits for Platform');
  await requester.goto(`${path}/edit`);
  await expect(requester.getByText(/clears 1 approval/)).toBeVisible();
  await mitigations.fill('An alert tells the one on call after two minutes.');
  await requester.getByRole('button', { name: 'Save changes' }).click();
  await expect(stateOf(requester)).toHaveText('Submitted, waits for Owner');
  await expect(
    requester.getByRole('table', { name: 'Timeline' }),
  ).toContainText('1 approval cleared');

  // Three people, stage by stage
  await lead.reload();
  await decide(lead, 'Approve');
  await expect(stateOf(lead)).toHaveText('Submitted, waits for Platform');
  const platform = await openAs(browser, 'platform-lead', path);
  await decide(platform, 'Approve', 'The alert is there.');
  await expect(stateOf(platform)).toHaveText('Submitted, waits for Security');
  await expect(
    platform.getByText('You may not decide: You approved stage Platform.', {
      exact: true,
    }),
  ).toBeVisible();
  expect(await evaluate(request)).toMatchObject({ result: 'required' });
  expect(await readBundle(request, ENTITY)).toEqual({});
  const security = await openAs(browser, 'security-reviewer', path);
  await decide(security, 'Approve');
  await expect(stateOf(security)).toHaveText(/^Active, 9[12] days left$/);

  // Machines honour it
  expect(await evaluate(request)).toMatchObject({
    rule: RULE,
    result: 'exempt',
    hatch: id,
  });
  expect(await readBundle(request, ENTITY)).toMatchObject({ [RULE]: [{ id }] });

  // Until it is revoked
  await lead.reload();
  await decide(lead, 'Revoke', 'The import is a job of its own now.');
  await expect(stateOf(lead)).toHaveText('Revoked');
  await expect(
    lead.getByText('“The import is a job of its own now.”').first(),
  ).toBeVisible();
  await expect(
    lead.getByText(
      /Out of the exports since .+; a policy agent that cannot reach the portal may honour it until .+ at the latest/,
    ),
  ).toBeVisible();
  expect(await evaluate(request)).toMatchObject({ result: 'required' });
  expect(await readBundle(request, ENTITY)).toEqual({});

  for (const page of [requester, lead, platform, security]) {
    await page.context().close();
  }
});

test('what a service and its team may leave, and for how long', async ({
  page,
}) => {
  await signIn(
    page,
    'ml-lead',
    '/catalog/default/component/special-ml-workload',
  );
  const hatches = cardTitled(page, 'Escape hatches')
    .getByRole('list', { name: 'Active and pending escape hatches' })
    .getByRole('listitem');
  await expect(hatches).toHaveCount(3);
  await expect(hatches.first()).toContainText(
    /^resource-limits #\d+[56] days left, until /,
  );

  await page.goto('/catalog/default/group/ml-team/escape-hatches');
  const rows = page
    .getByRole('table', { name: 'ML team: escape hatches' })
    .getByRole('row');
  for (const rule of [
    'resource-limits',
    'read-only-root',
    'privileged-container',
  ]) {
    await expect(rows.filter({ hasText: rule })).toContainText('Active');
  }
  await expect(page.getByText(/^Demo data: requests that/)).toBeVisible();
});

test('the trail verifies', async ({ request }) => {
  const trail = await callBackend<AuditVerification>(
    request,
    `${API}/audit/verify`,
  );
  expect(trail.valid).toBe(true);
  // Eight requests: created and submitted, ten decisions
  expect(trail.rows).toBeGreaterThanOrEqual(25);
});

test('what many leave, the golden path has to learn', async ({ page }) => {
  await signIn(page, 'platform-lead', '/escape-hatches/insights');
  await expect(
    page.getByText('The golden path needs updating: read-only-root'),
  ).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: 'Demand per rule, last 90 days' })
      .getByRole('row')
      .filter({ hasText: 'read-only-root' }),
  ).toContainText('Golden path needs updating');
});
