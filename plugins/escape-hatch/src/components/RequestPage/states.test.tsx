import { screen } from '@testing-library/react';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import {
  deciding,
  rules,
  timeline,
  versions,
} from '../../__fixtures__/deciding';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { requestOf } from '../../__fixtures__/requestOf';
import { renderPage } from '../../__testUtils__/renderPage';
import { stopClock } from '../../__testUtils__/stopClock';

stopClock();

const me = { name: 'ml-lead', groups: ['ml-team'] };

/** Renders the page of a request with these differences from one that security decides. */
function renderState(overrides: Partial<EscapeHatchRequest>) {
  const request = { ...deciding, allowedActions: [], ...overrides };
  renderPage(
    '/request-14',
    fixtureApi({
      getRequest: async id =>
        id === 'request-6'
          ? requestOf({
              number: 6,
              status: 'approved',
              phase: 'active',
              activeFrom: '2026-09-02T09:00:00Z',
              expiresAt: '2026-12-04T00:00:00Z',
            })
          : request,
      listVersions: async () => ({ items: versions }),
      listRules: async () => ({ items: rules }),
    }),
    me,
  );
}

const active: Partial<EscapeHatchRequest> = {
  status: 'approved',
  phase: 'active',
  currentStage: null,
  activeFrom: '2026-10-14T09:00:00Z',
  // End of Thursday 14 January 2027.
  expiresAt: '2027-01-15T00:00:00Z',
  daysLeft: 52,
  lapsesAt: undefined,
};

const ended = (
  entry: Partial<NonNullable<EscapeHatchRequest['timeline']>[0]>,
): Partial<EscapeHatchRequest> => ({
  ...active,
  daysLeft: undefined,
  timeline: [
    ...timeline,
    {
      at: '2026-11-20T15:12:00Z',
      actor: 'user:default/security-reviewer',
      action: 'revoke',
      version: 9,
      ...entry,
    },
  ],
});

describe('states of a request', () => {
  it('draft', async () => {
    renderState({
      status: 'draft',
      phase: 'draft',
      currentStage: null,
      allowedActions: ['edit', 'submit', 'withdraw'],
    });
    expect(await screen.findByText('This is a draft.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Submit' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Edit' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  });

  it('changes requested, seen by the requester and by others', async () => {
    const changes: Partial<EscapeHatchRequest> = {
      status: 'changes_requested',
      phase: 'changes_requested',
      currentStage: null,
      timeline: timeline.slice(0, 4),
    };
    renderState({ ...changes, allowedActions: ['edit', 'submit'] });
    expect(
      await screen.findByText(
        'Changes were requested by platform-lead, Tue 17 Nov, 14:31.',
      ),
    ).toBeVisible();
    expect(
      screen.getAllByText('“Limit it to the GPU namespace.”')[0],
    ).toBeVisible();
    expect(
      screen.getByText('Edit it and submit it again; all stages decide anew.'),
    ).toBeVisible();
  });

  it('stalled', async () => {
    renderState({
      flags: ['stalled'],
      currentStage: 'platform',
      stages: [
        {
          ...deciding.stages[1],
          decision: undefined,
          candidates: [
            {
              ref: 'user:default/platform-engineer',
              eligible: false,
              reason: 'Edited it.',
            },
            {
              ref: 'user:default/platform-lead',
              eligible: false,
              reason: 'Edited it.',
            },
          ],
        },
      ],
    });
    expect(
      await screen.findByText('Nobody may approve stage Platform.'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'platform-engineer: edited it. platform-lead: edited it. It is never approved or skipped by itself. Add a member to platform-team, or let the requester withdraw it.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Not eligible: platform-engineer and platform-lead (edited it). Lapses on Wed 30 Dec.',
      ),
    ).toBeVisible();
  });

  it('scheduled', async () => {
    renderState({
      ...active,
      phase: 'scheduled',
      activeFrom: '2026-12-01T00:00:00Z',
    });
    expect(
      await screen.findByText(
        'Approved. Starts Tue 1 Dec, ends Thu 14 Jan 2027, end of day.',
      ),
    ).toBeVisible();
  });

  it('active', async () => {
    renderState({
      ...active,
      lastUsedAt: '2026-11-23T11:20:00Z',
      reviewDueAt: '2027-01-14T09:00:00Z',
    });
    expect(
      await screen.findByText(
        '52 days left. Ends Thu 14 Jan 2027, end of day.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Until then special-ml-workload is exempt from privileged-container.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('list', { name: 'It is in' })).toBeVisible();
    // 14 October 10:00 to the end of 14 January are 92 days and 14 hours.
    expect(screen.getByText(/^52 days left$|^52 days left /)).toHaveTextContent(
      '52 days left of 92',
    );
    expect(screen.getByText('Mon 23 Nov, 11:20')).toBeVisible();
    expect(screen.getByText('Thu 14 Jan 2027')).toBeVisible();
  });

  it('expiring', async () => {
    renderState({
      ...active,
      expiresAt: '2026-11-30T00:00:00Z',
      daysLeft: 6,
      allowedActions: ['renew', 'revoke'],
    });
    expect(
      await screen.findByText('6 days left. Ends Sun 29 Nov, end of day.'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'After that the rule applies again: deployments that break it are refused, running workloads stay. Renew now to stay covered; a renewal needs fresh approval.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Renew' })).toBeVisible();
  });

  it('review due', async () => {
    renderState({
      ...active,
      flags: ['review_due'],
      allowedActions: ['review', 'revoke'],
    });
    expect(await screen.findByText('Quarterly review is due.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Review' })).toBeVisible();
  });

  it('suspended', async () => {
    renderState({
      ...active,
      flags: ['owner_changed', 'suspended'],
      confirmBy: '2026-11-22T09:00:00Z',
      allowedActions: ['confirm-owner'],
    });
    expect(
      await screen.findByText(
        'Suspended: the new owner has not confirmed it.',
        {
          selector: 'strong',
        },
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        'special-ml-workload has another owner, who did not confirm it by 22 Nov, 09:00. The rule applies until that is done.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Confirm as the new owner' }),
    ).toBeVisible();
    expect(
      screen.getByRole('list', { name: 'Once it is confirmed it is in' }),
    ).toBeVisible();
  });

  it('expired', async () => {
    renderState({
      ...active,
      phase: 'expired',
      daysLeft: undefined,
      expiresAt: '2026-11-12T00:00:00Z',
    });
    expect(
      await screen.findByText('Expired on Wed 11 Nov, end of day.'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'The rule applies again. An expired hatch cannot be renewed.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'New request with the same text' }),
    ).toHaveAttribute('href', '/escape-hatches/new?from=request-14');
    expect(screen.queryByText(/It is in/)).not.toBeInTheDocument();
  });

  it('revoked, while an agent without contact may still honour it', async () => {
    renderState({
      ...ended({ comment: 'Driver 550 no longer needs privileges.' }),
      status: 'revoked',
      phase: 'revoked',
      revokedAt: '2026-11-20T15:12:00Z',
      honouredUntil: '2026-11-23T18:00:00Z',
    });
    expect(
      await screen.findByText(
        'Revoked on Fri 20 Nov, 15:12 by security-reviewer.',
      ),
    ).toBeVisible();
    expect(
      screen.getAllByText('“Driver 550 no longer needs privileges.”')[0],
    ).toBeVisible();
    expect(
      screen.getByText(
        'Out of the exports since 15:12; a policy agent that cannot reach the portal may honour it until Mon 23 Nov, 18:00 at the latest.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('Wed 14 Oct – Fri 20 Nov, 15:12, Europe/London'),
    ).toBeVisible();
  });

  it('revoked, because its service is gone', async () => {
    renderState({
      ...ended({ actor: 'portal', action: 'entity-removed' }),
      status: 'revoked',
      phase: 'revoked',
    });
    expect(
      await screen.findByText(
        'Revoked on Fri 20 Nov, 15:12: its service was removed from the catalog.',
      ),
    ).toBeVisible();
    expect(screen.getByText('It was in no export yet.')).toBeVisible();
  });

  it.each([
    [
      'rejected',
      'reject',
      'Rejected on Fri 20 Nov, 15:12 by security-reviewer.',
    ],
    [
      'withdrawn',
      'withdraw',
      'Withdrawn on Fri 20 Nov, 15:12 by security-reviewer.',
    ],
    ['lapsed', 'lapse', 'Lapsed on Fri 20 Nov, 15:12.'],
  ] as const)('%s', async (phase, action, headline) => {
    renderState({
      ...ended({ action }),
      status: phase,
      phase,
      activeFrom: undefined,
    });
    expect(await screen.findByText(headline)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'New request with the same text' }),
    ).toBeVisible();
    expect(screen.getByText(/^Over/)).toHaveTextContent(
      'Over It never counted.',
    );
  });

  it('replaced by its renewal', async () => {
    renderState({
      ...ended({ action: 'supersede', actor: 'portal' }),
      status: 'superseded',
      phase: 'superseded',
      supersededBy: { id: 'request-17', number: 17 },
    });
    expect(
      await screen.findByText(/^Replaced on Fri 20 Nov, 15:12 by/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: '#17' })).toHaveAttribute(
      'href',
      '/escape-hatches/request-17',
    );
  });

  it('renewal', async () => {
    renderState({
      renewalOf: { id: 'request-6', number: 6 },
      chainLength: 2,
      expiresAt: '2027-02-24T00:00:00Z',
    });
    // From 10:00 on 2 September to the end of 23 February: 174 days and 15 hours.
    expect(
      await screen.findByText(/, number 2 of a chain. In all 174 days\./),
    ).toBeVisible();
    expect(
      screen.getByText(
        '#6 stays active until this one is approved, at the latest until Thu 3 Dec. From the fourth of a chain, or 12 months, one more stage approves and the golden path is asked to change.',
      ),
    ).toBeVisible();
  });
});
