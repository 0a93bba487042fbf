import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import {
  deciding,
  rules,
  timeline,
  versions,
} from '../../__fixtures__/deciding';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { refusal } from '../../__testUtils__/refusal';
import { renderPage } from '../../__testUtils__/renderPage';
import { rowsOf } from '../../__testUtils__/rowsOf';
import { stopClock } from '../../__testUtils__/stopClock';

stopClock();

const reviewer = { name: 'security-reviewer', groups: ['security-team'] };
const engineer = { name: 'ml-engineer', groups: ['ml-team'] };

function apiOf(
  request: EscapeHatchRequest,
  overrides: Parameters<typeof fixtureApi>[0] = {},
) {
  return fixtureApi({
    getRequest: async () => request,
    listVersions: async () => ({ items: versions }),
    listRules: async () => ({ items: rules }),
    ...overrides,
  });
}

const approved: EscapeHatchRequest = {
  ...deciding,
  version: 9,
  status: 'approved',
  phase: 'active',
  currentStage: null,
  approvedAt: '2026-11-23T14:14:00Z',
  activeFrom: '2026-11-23T14:14:00Z',
  daysLeft: 84,
  allowedActions: ['revoke'],
  lapsesAt: undefined,
  timeline: [
    ...timeline,
    {
      at: '2026-11-23T14:14:00Z',
      actor: 'user:default/security-reviewer',
      action: 'approve',
      version: 9,
      stage: 'security',
    },
  ],
};

/** What the request is; other parts of the page say the same while they are being loaded. */
function state() {
  return screen.getAllByRole('status')[0];
}

describe('RequestPage', () => {
  it('says what is asked, by whom and until when', async () => {
    renderPage('/request-14', apiOf(deciding), reviewer);
    expect(
      await screen.findByRole('heading', {
        name: '#14 privileged-container for special-ml-workload',
      }),
    ).toBeVisible();
    expect(state()).toHaveTextContent('Submitted, waits for Security');
    expect(
      screen.getByRole('link', { name: /Open GitHub issue/ }),
    ).toHaveAttribute('href', 'https://github.com/acme/platform/issues/41');
    expect(
      screen.getByText(
        'Your decision is needed: stage Security, the last of 3',
      ),
    ).toBeVisible();
    expect(
      await screen.findByText(
        'You may approve, because you are a member of security-team and had no part in this request. You decide on version 8. Your approval opens the gate at once, until 15 Feb 2027.',
      ),
    ).toBeVisible();
    expect(
      await screen.findByText('(84 of at most 92 days)', { exact: false }),
    ).toBeVisible();
  });

  it('shows what people wrote as text', async () => {
    const markup = '<img src=x alt=x> **bold** [x](javascript:1)';
    renderPage(
      '/request-14',
      apiOf({ ...deciding, justification: markup }),
      reviewer,
    );
    expect(await screen.findByText(markup)).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'x' })).not.toBeInTheDocument();
  });

  it('shows who approved, who may and who may not', async () => {
    renderPage('/request-14', apiOf(deciding), reviewer);
    const steps = within(
      await screen.findByRole('list', { name: 'Approvals' }),
    ).getAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      'Ownerml-lead, Wed 18 Nov, 11:15Member of ml-team, and had no part in this request.',
      'Platformplatform-lead, Thu 19 Nov, 16:02Member of platform-team, and had no part in this request.“Node pool and namespace checked.”',
      '3SecurityWaits for security-reviewer (you)since Thu 19 Nov, 16:02 · members of security-team',
    ]);
    expect(steps[2]).toHaveAttribute('aria-current', 'step');
    expect(
      screen.getByText(
        'Not eligible: platform-lead (approved stage Platform). Lapses on Wed 30 Dec.',
      ),
    ).toBeVisible();
  });

  it('tells the whole story, newest first', async () => {
    renderPage('/request-14', apiOf(deciding), reviewer);
    expect(await rowsOf('Timeline')).toEqual([
      'Thu 19 Nov, 16:02 | platform-lead | approved stage Platform“Node pool and namespace checked.” | 8',
      'Wed 18 Nov, 11:15 | ml-lead | approved stage Owner | 7',
      'Wed 18 Nov, 09:41 | ml-engineer | submitted again | 6',
      'Wed 18 Nov, 09:40 | ml-engineer | edited: mitigations, target | 5',
      'Tue 17 Nov, 14:31 | platform-lead | requested changes“Limit it to the GPU namespace.”1 approval cleared | 4',
      'Tue 17 Nov, 09:05 | ml-lead | approved stage Owner | 3',
      'Mon 16 Nov, 10:20 | ml-engineer | submitted | 2',
      'Mon 16 Nov, 10:12 | ml-engineer | created a draft | 1',
    ]);
  });

  it('compares what was submitted before the last change with what is asked now', async () => {
    renderPage('/request-14', apiOf(deciding), reviewer);
    const from = await screen.findByRole('combobox', { name: 'From version' });
    expect(from).toHaveDisplayValue('Version 2, submitted');
    expect(
      screen.getByRole('combobox', { name: 'To version' }),
    ).toHaveDisplayValue('Version 6, submitted');
    const changes = screen.getByRole('region', { name: 'What changed' });
    expect(changes).toHaveTextContent(
      'Removed: Dedicated namespace, network policy unchanged, image scanning unchanged',
    );
    expect(changes).toHaveTextContent(
      'Added: Dedicated namespace ml-gpu, network policy unchanged, image scanning unchanged',
    );
    expect(changes).toHaveTextContent(
      'Target, namespace−Removed: all+Added: ml-gpu',
    );
    expect(changes).toHaveTextContent('12 other fields are the same');

    await userEvent.selectOptions(from, 'Version 5, edited');
    expect(changes).toHaveTextContent(
      'Version 5, edited and Version 6, submitted say the same.',
    );
  });

  it('shows time, target and where it will be', async () => {
    renderPage('/request-14', apiOf(deciding), reviewer);
    expect(await screen.findByText('at most 92 days')).toBeVisible();
    expect(screen.getByText(/^84 days/)).toHaveTextContent(
      '84 days if approved today',
    );
    expect(
      screen.getByText(
        'on approval – Mon 15 Feb 2027, end of day, Europe/London',
      ),
    ).toBeVisible();
    expect(
      within(screen.getByRole('list', { name: 'After approval it is in' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'OPA bundle',
      'Gatekeeper: namespace ml-gpu',
      'Not in Trivy: no vulnerability is named',
    ]);
    expect(screen.getByText('Deployment / special-ml-workload')).toBeVisible();
  });

  it('says why somebody may not decide, and offers nothing else', async () => {
    renderPage(
      '/request-14',
      apiOf({
        ...deciding,
        allowedActions: ['edit', 'withdraw'],
        denied: { approve: 'You asked for it.' },
      }),
      engineer,
    );
    expect(
      await screen.findByText('You may not decide: You asked for it.'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Approve' }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Edit' })).toHaveAttribute(
      'href',
      '/escape-hatches/request-14/edit',
    );
    expect(screen.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  });

  it('names a request that does not exist as the backend does', async () => {
    renderPage(
      '/request-15',
      fixtureApi({
        getRequest: async () => {
          throw await refusal(404, "No request found with id 'request-15'");
        },
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "No request found with id 'request-15'",
    );
  });

  describe('decisions', () => {
    const open = async (action: string) => {
      const user = userEvent.setup();
      await user.click(await screen.findByRole('button', { name: action }));
      const dialog = within(
        await screen.findByRole('dialog', { name: `${action} #14` }),
      );
      return { user, dialog };
    };

    it('approves the version that was read, and moves the focus to the new state', async () => {
      const actOnRequest = jest.fn(async () => approved);
      renderPage('/request-14', apiOf(deciding, { actOnRequest }), reviewer);
      const { user, dialog } = await open('Approve');
      expect(
        dialog.getByText('You decide on version 8.', { exact: false }),
      ).toBeVisible();
      await user.click(dialog.getByRole('button', { name: 'Approve' }));
      await waitFor(() => expect(state()).toHaveFocus());
      expect(state()).toHaveTextContent('Active, 84 days left');
      expect(actOnRequest).toHaveBeenCalledWith('request-14', 'approve', {
        expectedVersion: 8,
        comment: undefined,
      });
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      expect(
        screen.queryByRole('button', { name: 'Approve' }),
      ).not.toBeInTheDocument();
    });

    it('wants a comment to reject, and leads to it', async () => {
      const actOnRequest = jest.fn(async () => ({
        ...deciding,
        version: 9,
        status: 'rejected' as const,
        phase: 'rejected' as const,
        currentStage: null,
        allowedActions: [],
      }));
      renderPage('/request-14', apiOf(deciding, { actOnRequest }), reviewer);
      const { user, dialog } = await open('Reject');
      await user.click(dialog.getByRole('button', { name: 'Reject' }));
      const comment = dialog.getByRole('textbox', { name: 'Comment' });
      expect(comment).toHaveFocus();
      expect(comment).toHaveAccessibleDescription('Say why.');
      expect(actOnRequest).not.toHaveBeenCalled();
      await user.type(comment, '  Use the device plugin.');
      await user.click(dialog.getByRole('button', { name: 'Reject' }));
      await waitFor(() => expect(state()).toHaveFocus());
      expect(state()).toHaveTextContent('Rejected');
      expect(actOnRequest).toHaveBeenCalledWith('request-14', 'reject', {
        expectedVersion: 8,
        comment: 'Use the device plugin.',
      });
    });

    it('requests changes with the keyboard alone', async () => {
      const actOnRequest = jest.fn(async () => deciding);
      renderPage('/request-14', apiOf(deciding, { actOnRequest }), reviewer);
      const user = userEvent.setup();
      const button = await screen.findByRole('button', {
        name: 'Request changes',
      });
      act(() => button.focus());
      await user.keyboard('{Enter}');
      const dialog = within(await screen.findByRole('dialog'));
      await user.tab();
      expect(dialog.getByRole('textbox', { name: 'Comment' })).toHaveFocus();
      await user.keyboard('Which node pool?');
      await user.tab();
      expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
      await user.tab();
      await user.keyboard('{Enter}');
      await waitFor(() =>
        expect(actOnRequest).toHaveBeenCalledWith(
          'request-14',
          'request-changes',
          { expectedVersion: 8, comment: 'Which node pool?' },
        ),
      );
    });

    it('keeps a decision that was refused, with the reason', async () => {
      renderPage(
        '/request-14',
        apiOf(deciding, {
          actOnRequest: async () => {
            throw await refusal(
              403,
              "Request #14 cannot take 'approve': You are an approver of none of its stages.",
            );
          },
        }),
        reviewer,
      );
      const { user, dialog } = await open('Approve');
      await user.type(
        dialog.getByRole('textbox', { name: 'Comment' }),
        'Checked.',
      );
      await user.click(dialog.getByRole('button', { name: 'Approve' }));
      expect(await dialog.findByRole('alert')).toHaveTextContent(
        "Not saved: Request #14 cannot take 'approve': You are an approver of none of its stages.",
      );
      expect(dialog.getByRole('textbox', { name: 'Comment' })).toHaveValue(
        'Checked.',
      );
    });

    it('loses a race with what changed, and keeps the comment', async () => {
      const edited: EscapeHatchRequest = {
        ...deciding,
        version: 9,
        mitigations: 'None',
        timeline: [
          ...timeline,
          {
            at: '2026-11-23T14:02:00Z',
            actor: 'user:default/ml-engineer',
            action: 'edit',
            version: 9,
            changed: ['mitigations'],
            cleared: 2,
          },
        ],
      };
      let current = deciding;
      renderPage(
        '/request-14',
        apiOf(deciding, {
          getRequest: async () => current,
          listVersions: async () => ({
            items:
              current === deciding
                ? versions
                : [
                    ...versions,
                    {
                      version: 9,
                      at: '2026-11-23T14:02:00Z',
                      actor: 'user:default/ml-engineer',
                      action: 'edit',
                      content: edited,
                    },
                  ],
          }),
          actOnRequest: async () => {
            current = edited;
            throw await refusal(
              409,
              "Request #14 cannot take 'approve': You decide on version 8, and it is version 9 now.",
            );
          },
        }),
        reviewer,
      );
      const { user, dialog } = await open('Approve');
      await user.type(
        dialog.getByRole('textbox', { name: 'Comment' }),
        'Checked.',
      );
      await user.click(dialog.getByRole('button', { name: 'Approve' }));
      const alert = await screen.findByRole('alert');
      await waitFor(() => expect(alert).toHaveFocus());
      expect(alert).toHaveTextContent(
        'Your decision was not saved.The request changed while you read it: version 8 became 9 (edited: mitigations by ml-engineer, Mon 23 Nov, 14:02). Read what changed, then decide again.',
      );
      // Until it is wanted, the page shows what was read.
      expect(
        screen.getByText('You decide on version 8.', { exact: false }),
      ).toBeVisible();

      expect(
        screen.queryByRole('button', { name: 'Approve' }),
      ).not.toBeInTheDocument();

      await user.click(screen.getByRole('button', { name: 'Show version 9' }));
      const changes = screen.getByRole('region', { name: 'What changed' });
      expect(changes).toHaveFocus();
      await waitFor(() => expect(changes).toHaveTextContent('Added: None'));
      expect(
        screen.getByRole('combobox', { name: 'From version' }),
      ).toHaveDisplayValue('Version 8, approved');
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();

      const again = await open('Approve');
      expect(
        again.dialog.getByRole('textbox', { name: 'Comment' }),
      ).toHaveValue('Checked.');
      expect(
        again.dialog.getByText('You decide on version 9.', { exact: false }),
      ).toBeVisible();
    });
  });

  describe('renewals and reviews', () => {
    const active: EscapeHatchRequest = {
      ...approved,
      // End of Sunday 29 November.
      expiresAt: '2026-11-30T00:00:00Z',
      daysLeft: 6,
      flags: ['review_due'],
      allowedActions: ['renew', 'review', 'revoke'],
    };

    it('renews until a day that the cap allows, and shows the new request', async () => {
      const renewal: EscapeHatchRequest = {
        ...deciding,
        id: 'request-20',
        number: 20,
        renewalOf: { id: 'request-14', number: 14 },
        chainLength: 2,
      };
      const renewRequest = jest.fn(async () => renewal);
      const previewRequest = jest.fn(async () => ({
        stages: [],
        cap: {
          days: 92,
          lastDay: '2027-02-23',
          latestExpiry: '2027-02-24T00:00:00Z',
          timeZone: 'Europe/London',
        },
        overlaps: ['request-14'],
        problems: [],
        lapseWorkingDays: 30,
      }));
      renderPage(
        '/request-14',
        apiOf(active, {
          getRequest: async id => (id === 'request-20' ? renewal : active),
          renewRequest,
          previewRequest,
        }),
        engineer,
      );
      const user = userEvent.setup();
      await user.click(await screen.findByRole('button', { name: 'Renew' }));
      const dialog = within(
        await screen.findByRole('dialog', { name: 'Renew #14' }),
      );
      const end = dialog.getByLabelText(
        'Ends (end of that day, Europe/London)',
      );
      await user.click(
        dialog.getByRole('button', { name: 'Request the renewal' }),
      );
      expect(end).toHaveFocus();
      expect(end).toHaveAccessibleDescription('Choose the last day.');
      await user.type(end, '2027-02-28');
      await waitFor(() =>
        expect(end).toHaveAccessibleDescription(
          'At most 92 days: Tue 23 Feb 2027 or earlier. Use 23 Feb 2027',
        ),
      );
      await user.click(dialog.getByRole('button', { name: 'Use 23 Feb 2027' }));
      await user.click(
        dialog.getByRole('button', { name: 'Request the renewal' }),
      );
      expect(
        await screen.findByRole('heading', {
          name: '#20 privileged-container for special-ml-workload',
        }),
      ).toBeVisible();
      expect(renewRequest).toHaveBeenCalledWith('request-14', {
        expectedVersion: 9,
        expiresAt: '2027-02-23',
        comment: undefined,
      });
      await waitFor(() => expect(state()).toHaveFocus());
      expect(
        await screen.findByText(
          '#14 stays active until this one is approved, at the latest until Sun 29 Nov. From the fourth of a chain, or 12 months, one more stage approves and the golden path is asked to change.',
        ),
      ).toBeVisible();

      await user.click(
        screen.getByRole('button', { name: 'Compare #14 and #20' }),
      );
      const changes = screen.getByRole('region', { name: 'What changed' });
      expect(changes).toHaveFocus();
      expect(changes).toHaveTextContent(
        'Removed: Sun 29 Nov, end of day+Added: Mon 15 Feb 2027, end of day',
      );
    });

    it('reviews: keeps, shortens but never lengthens, revokes with a comment', async () => {
      const reviewRequest = jest.fn(async () => ({ ...active, version: 10 }));
      renderPage('/request-14', apiOf(active, { reviewRequest }), reviewer);
      const user = userEvent.setup();
      await user.click(await screen.findByRole('button', { name: 'Review' }));
      const dialog = within(
        await screen.findByRole('dialog', {
          name: 'Quarterly review of #14',
        }),
      );
      expect(
        dialog.getByRole('radio', {
          name: 'Keep it as it is, until Sun 29 Nov, end of day',
        }),
      ).toBeChecked();

      await user.click(
        dialog.getByRole('radio', { name: 'Revoke it at once' }),
      );
      const save = dialog.getByRole('button', { name: 'Save the review' });
      await user.click(save);
      expect(
        dialog.getByRole('textbox', { name: 'Comment' }),
      ).toHaveAccessibleDescription('Say why.');

      await user.click(dialog.getByRole('radio', { name: 'Shorten it' }));
      const end = dialog.getByLabelText(
        'New end (end of that day, Europe/London)',
      );
      await user.type(end, '2026-11-29');
      expect(end).toHaveAccessibleDescription(
        'A review never lengthens: choose a day before Sun 29 Nov, end of day.',
      );
      expect(reviewRequest).not.toHaveBeenCalled();
      await user.clear(end);
      await user.type(end, '2026-11-27');
      await user.click(save);
      await waitFor(() =>
        expect(reviewRequest).toHaveBeenCalledWith('request-14', {
          expectedVersion: 9,
          outcome: 'shorten',
          expiresAt: '2026-11-27',
          comment: undefined,
        }),
      );
    });
  });
});
