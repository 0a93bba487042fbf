import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import {
  changesRequested,
  stalled,
  toApprove,
  toReview,
} from '../../__fixtures__/inbox';
import { requestOf } from '../../__fixtures__/requestOf';
import { refusal } from '../../__testUtils__/refusal';
import { renderPage } from '../../__testUtils__/renderPage';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { stopClock } from '../../__testUtils__/stopClock';

stopClock();

const platform = 'group:default/platform-team';

/** Of the platform team: its renewal opens on 4 December, 30 days before its end on 3 January. */
const quiet = requestOf({
  number: 12,
  status: 'approved',
  phase: 'active',
  entityRef: 'component:default/api-service',
  owners: [platform],
  rules: ['slo-required'],
  currentStage: null,
  expiresAt: '2027-01-04T00:00:00Z',
  daysLeft: 41,
});

const answer = (items: (typeof toReview)[]) => async () => ({
  items,
  memberOf: [platform],
  adminOf: platform,
});

describe('InboxPage', () => {
  it('shows what waits for an approval, the longest wait first', async () => {
    renderPage('', fixtureApi({ listInbox: answer(toApprove) }));
    expect(await rowsOf('Waits for your approval (3)')).toEqual([
      '#14 special-ml-workloadml-team, by ml-engineer | privileged-container | High | Platform (2 of 3) | 3 working days | 15 Feb 202784 days | Decide',
      '#16 smart-answerspublishing-team, by publishing-engineer | read-only-root | Medium | Platform (1 of 1) | 1 working day | 31 Jan 202769 days | Decide',
      '#17 finder-frontendpublishing-team, renewal of #6 | read-only-root | Low | Platform (1 of 1) | 2 h | 23 Feb 202792 days, the most allowed | Decide',
    ]);
    expect(screen.getByText('longest wait first')).toBeVisible();
    // A renewal and a plain request lead to the same page.
    expect(screen.getByRole('link', { name: 'Decide #17' })).toHaveAttribute(
      'href',
      '/escape-hatches/request-17',
    );
    expect(screen.getByRole('link', { name: '#14' })).toHaveAttribute(
      'href',
      '/escape-hatches/request-14',
    );
  });

  it('shows admins due reviews and what nobody may approve', async () => {
    renderPage('', fixtureApi({ listInbox: answer([toReview, stalled]) }));
    expect(await rowsOf('Needs you as an admin (2)')).toEqual([
      '#9 signonplatform-team | image-scan-critical | Quarterly review is duekeep, shorten or revoke | Wed 2 Dec9 days left | Review',
      '#15 releaseplatform-team | probes | Stalled: nobody may approvenobody is left in stage Platform; shown to admins | Sun 31 Jan 2027 | Resolve',
    ]);
    expect(screen.getByRole('link', { name: 'Review #9' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Resolve #15' })).toBeVisible();
  });

  it('shows reviewers who are no admins their reviews', async () => {
    renderPage(
      '',
      fixtureApi({
        listInbox: async () => ({ items: [toReview], memberOf: [platform] }),
      }),
    );
    expect(await rowsOf('Needs your review (1)')).toHaveLength(1);
  });

  it('shows what the own teams have, first what waits for them', async () => {
    const listRequests = jest.fn(async () => ({
      items: [quiet, changesRequested],
    }));
    renderPage(
      '',
      fixtureApi({ listInbox: answer([changesRequested]), listRequests }),
    );
    expect(await rowsOf('Your own requests (2)')).toEqual([
      '#18 api-service | terraform-only | Changes requested | answer what was asked Edit',
      '#12 api-service | slo-required | Active, 41 days left | nothing to do until 5 Dec',
    ]);
    expect(screen.getByRole('link', { name: 'Edit #18' })).toHaveAttribute(
      'href',
      '/escape-hatches/request-18/edit',
    );
    expect(listRequests).toHaveBeenCalledWith({
      owner: platform,
      phase: ['draft', 'submitted', 'changes_requested', 'scheduled', 'active'],
      order: 'expiry',
      limit: 25,
    });
  });

  it('says what else the own teams can do next', async () => {
    const base = {
      entityRef: 'component:default/api-service',
      owners: [platform],
    };
    renderPage(
      '',
      fixtureApi({
        listInbox: answer([]),
        listRequests: async () => ({
          items: [
            {
              ...quiet,
              number: 20,
              id: 'request-20',
              allowedActions: ['renew'],
            },
            {
              ...quiet,
              number: 21,
              id: 'request-21',
              flags: ['owner_changed'],
              confirmBy: '2026-12-05T00:00:00Z',
              allowedActions: ['confirm-owner', 'renew'],
            },
            requestOf({
              ...base,
              number: 22,
              status: 'draft',
              phase: 'draft',
              currentStage: null,
              allowedActions: ['edit', 'submit'],
            }),
            requestOf({ ...base, number: 23 }),
            // Its renewal opens before it starts.
            {
              ...quiet,
              number: 24,
              id: 'request-24',
              phase: 'scheduled',
              activeFrom: '2026-12-10T00:00:00Z',
            },
          ],
        }),
      }),
    );
    const rows = await rowsOf('Your own requests (5)');
    expect(rows.map(row => row.split(' | ')[3])).toEqual([
      'Renew to stay covered',
      'by 4 Dec: Confirm for the new owner',
      'nothing to do until 10 Dec',
      'not submitted yet Submit',
      'Platform decides',
    ]);
    expect(screen.getByRole('link', { name: 'Submit #22' })).toHaveAttribute(
      'href',
      '/escape-hatches/request-22',
    );
  });

  it('says who asked for which change', async () => {
    const getRequest = jest.fn(async () => ({
      ...changesRequested,
      timeline: [
        {
          at: '2026-11-19T15:00:00Z',
          actor: 'user:default/platform-engineer',
          action: 'request-changes' as const,
          version: 3,
          comment: 'Which region?',
        },
        {
          at: '2026-11-20T15:00:00Z',
          actor: 'user:default/security-reviewer',
          action: 'request-changes' as const,
          version: 6,
          comment: 'Which bucket?',
        },
      ],
    }));
    renderPage(
      '',
      fixtureApi({
        listInbox: answer([changesRequested]),
        listRequests: async () => ({ items: [] }),
        getRequest,
      }),
    );
    expect(
      await screen.findByText('by security-reviewer: “Which bucket?”', {
        exact: false,
      }),
    ).toBeVisible();
    expect(getRequest).toHaveBeenCalledWith('request-18');
  });

  it('names in the tab how much waits, and as what one decides', async () => {
    renderPage(
      '',
      fixtureApi({ listInbox: answer([...toApprove, toReview, stalled]) }),
    );
    const tabs = await screen.findByRole('navigation', {
      name: 'Escape hatches',
    });
    expect(
      await within(tabs).findByRole('link', { name: 'Inbox (5)' }),
    ).toHaveAttribute('aria-current', 'page');
    expect(
      within(tabs).getByRole('link', { name: 'Insights' }),
    ).not.toHaveAttribute('aria-current');
    expect(screen.getByText('You decide as').nextSibling).toHaveTextContent(
      'member of platform-team, admin',
    );
    expect(
      screen.getByRole('link', { name: 'Request an escape hatch' }),
    ).toHaveAttribute('href', '/escape-hatches/new');
  });

  it('says that there is more than it shows', async () => {
    renderPage(
      '',
      fixtureApi({
        listInbox: async () => ({
          items: toApprove,
          memberOf: [platform],
          nextCursor: 'more',
        }),
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'Inbox (3+)' }),
    ).toBeVisible();
    expect(
      screen.getByText('Only the 3 that have waited longest are shown.'),
    ).toBeVisible();
  });

  it('says that nothing waits, and why something could', async () => {
    renderPage(
      '',
      fixtureApi({
        listInbox: answer([]),
        listRequests: async () => ({ items: [] }),
      }),
    );
    expect(await screen.findByText('Nothing waits for you.')).toBeVisible();
    expect(screen.getByText(/^You approve as a member of/)).toHaveTextContent(
      'You approve as a member of platform-team. New requests also arrive as a notification.',
    );
    expect(
      screen.getAllByRole('link', { name: 'All requests' })[1],
    ).toHaveAttribute('href', '/escape-hatches/requests');
    expect(screen.getByRole('link', { name: 'Inbox' })).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByText(/^Your own requests/)).not.toBeInTheDocument(),
    );
  });

  it('tells somebody without a group why nothing can wait', async () => {
    renderPage(
      '',
      fixtureApi({ listInbox: async () => ({ items: [], memberOf: [] }) }),
    );
    expect(
      await screen.findByText(
        'You belong to no group, so nothing can wait for your approval.',
      ),
    ).toBeVisible();
    expect(screen.queryByText('You decide as')).not.toBeInTheDocument();
  });

  it('says why it could not be loaded, and tries again', async () => {
    const error = await refusal(503, 'connect ECONNREFUSED');
    const listInbox = jest.fn(answer(toApprove)).mockRejectedValueOnce(error);
    renderPage('', fixtureApi({ listInbox }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The escape-hatch backend did not answer.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowsOf('Waits for your approval (3)')).toHaveLength(3);
  });

  it('keeps the rest where only the own requests could not be loaded', async () => {
    renderPage(
      '',
      fixtureApi({
        listInbox: answer(toApprove),
        listRequests: async () => {
          throw await refusal(500, 'secret of the database');
        },
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^The escape-hatch backend answered with an error\./,
    );
    expect(await rowsOf('Waits for your approval (3)')).toHaveLength(3);
  });
});
