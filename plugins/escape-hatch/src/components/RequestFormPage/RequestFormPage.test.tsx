import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  EscapeHatchApi,
  EscapeHatchRequest,
  Preview,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { deciding, rules, versions } from '../../__fixtures__/deciding';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { refusal } from '../../__testUtils__/refusal';
import { renderPage } from '../../__testUtils__/renderPage';
import { stopClock } from '../../__testUtils__/stopClock';

stopClock();

const me = { name: 'ml-engineer', groups: ['ml-team'] };

const PREFILLED =
  '/new?entityRef=component:default/special-ml-workload&rules=privileged-container&riskLevel=high';

/** What ml-engineer is told on Monday 23 November: 92 days end on Tuesday 23 February. */
const preview: Preview = {
  stages: deciding.stages.map(({ decision: _, ...stage }) => ({
    ...stage,
    candidates: stage.approvers.map(ref => ({
      ref,
      eligible: ref !== 'user:default/ml-engineer',
      reason: '',
    })),
  })),
  cap: {
    days: 92,
    lastDay: '2027-02-23',
    latestExpiry: '2027-02-24T00:00:00Z',
    timeZone: 'Europe/London',
  },
  overlaps: [],
  problems: [],
  lapseWorkingDays: 30,
};

function apiOf(overrides: Partial<EscapeHatchApi> = {}) {
  return fixtureApi({
    getRequest: async () => deciding,
    listVersions: async () => ({ items: versions }),
    listRules: async () => ({ items: rules }),
    previewRequest: async () => preview,
    ...overrides,
  });
}

/** Fills in what a link did not. */
async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.type(
    await screen.findByRole('textbox', { name: 'Why do you need it?' }),
    'CUDA driver',
  );
  await user.type(
    screen.getByRole('textbox', { name: 'Risk assessment' }),
    'Dedicated nodes',
  );
  await user.type(
    screen.getByRole('textbox', { name: 'Mitigations' }),
    'Own namespace',
  );
  await user.click(screen.getByRole('radio', { name: 'Mitigated' }));
}

const ends = () => screen.getByLabelText(/^Ends \(end of that day/);

describe('RequestFormPage', () => {
  it('is filled in by a link, and says whether one may ask', async () => {
    renderPage(PREFILLED, apiOf(), me);
    expect(
      await screen.findByRole('form', { name: 'Request an escape hatch' }),
    ).toBeVisible();
    const service = screen.getByRole('textbox', { name: 'Service' });
    expect(service).toHaveValue('special-ml-workload');
    await waitFor(() =>
      expect(service).toHaveAccessibleDescription(
        'ml-team. You are a member, so you may ask.',
      ),
    );
    expect(
      screen.getByRole('button', { name: 'privileged-container' }),
    ).toBeVisible();
    expect(screen.getByRole('radio', { name: 'High' })).toBeChecked();
    expect(screen.getByText('You ask for').parentElement).toHaveTextContent(
      'You ask forml-team',
    );
  });

  it('describes the rule', async () => {
    renderPage(PREFILLED, apiOf(), me);
    expect(await screen.findByText('No privileged containers')).toBeVisible();
    expect(screen.getByText('May be waived').nextSibling).toHaveTextContent(
      'Yes',
    );
    expect(screen.getByText('Longest').nextSibling).toHaveTextContent(
      '92 days',
    );
    expect(screen.getByText('Enforced by').nextSibling).toHaveTextContent(
      'Gatekeeper, Kyverno',
    );
    expect(screen.getByText('In use').nextSibling).toHaveTextContent(
      '1 hatch, 1 team',
    );
  });

  it('says who will approve and why, before anything is submitted', async () => {
    renderPage(PREFILLED, apiOf(), me);
    const list = await screen.findByRole('list', { name: 'Who will approve' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      '1Ownerml-leadmembers of ml-team, which owns the service. Not you: nobody approves an own request.',
      '2Platformplatform-engineer or platform-leadmembers of platform-team, because the risk is high',
      '3Securityplatform-lead or security-reviewermembers of security-team, because the risk is high',
    ]);
    expect(
      screen.getByText(
        'One person per stage, 3 different people. Without a decision the request lapses after 30 working days.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('High needs 3 approvals, by different people.'),
    ).toBeVisible();
    expect(
      within(screen.getByRole('list', { name: 'Before you submit' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['No other hatch overlaps', 'Every stage has an approver']);
  });

  it('asks for a preview only once what decides it is chosen', async () => {
    const previewRequest = jest.fn(async () => preview);
    renderPage('/new', apiOf({ previewRequest }), me);
    expect(
      await screen.findByText('Choose a service, a rule and a risk level.'),
    ).toBeVisible();
    expect(
      screen.getByText('Choose a rule to read what it asks for.'),
    ).toBeVisible();
    const user = userEvent.setup();
    await user.click(screen.getByRole('textbox', { name: 'Service' }));
    await user.click(
      await screen.findByRole('option', { name: 'special-ml-workload' }),
    );
    await user.type(
      screen.getByRole('textbox', { name: 'Rules' }),
      'privileged{ArrowDown}{Enter}',
    );
    expect(previewRequest).not.toHaveBeenCalled();
    await user.click(screen.getByRole('radio', { name: 'Low' }));
    expect(
      await screen.findByRole('list', { name: 'Who will approve' }),
    ).toBeVisible();
    expect(previewRequest).toHaveBeenCalledTimes(1);
    expect(previewRequest).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRef: 'component:default/special-ml-workload',
        rules: ['privileged-container'],
        riskLevel: 'low',
        expiresAt: '2026-11-23',
      }),
    );
  });

  it('names what is missing, leads to it, and goes on leading', async () => {
    const createRequest = jest.fn();
    renderPage(PREFILLED, apiOf({ createRequest }), me);
    const user = userEvent.setup();
    await screen.findByRole('list', { name: 'Who will approve' });
    await user.click(screen.getByRole('button', { name: 'Submit' }));
    const why = screen.getByRole('textbox', { name: 'Why do you need it?' });
    expect(why).toHaveFocus();
    expect(why).toBeInvalid();
    expect(why).toHaveAccessibleDescription('Say why it is needed.');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Not submitted. 5 fields need a change: Why do you need it?, Risk assessment, Mitigations, Category, Ends',
    );
    await user.click(screen.getByRole('button', { name: 'Category' }));
    expect(screen.getByRole('radio', { name: 'Waiver' })).toHaveFocus();
    await fillIn(user);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Not submitted. 1 field needs a change: Ends',
    );
    expect(createRequest).not.toHaveBeenCalled();
  });

  it('says how long is allowed and offers the longest', async () => {
    renderPage(PREFILLED, apiOf(), me);
    const user = userEvent.setup();
    await screen.findByRole('list', { name: 'Who will approve' });
    const end = screen.getByLabelText('Ends (end of that day, Europe/London)');
    expect(end).toHaveAccessibleDescription(
      'At most 92 days: Tue 23 Feb 2027 or earlier.',
    );
    await user.type(end, '2027-02-28');
    expect(end).toBeInvalid();
    expect(
      await screen.findByText('Ends 5 days after the longest allowed day'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Use 23 Feb 2027' }));
    expect(end).toHaveValue('2027-02-23');
    expect(end).toBeValid();
    expect(
      await screen.findByText('Ends within the 92 days that are allowed'),
    ).toBeVisible();
    await user.clear(end);
    await user.type(end, '2026-11-22');
    expect(end).toHaveAccessibleDescription('That day has passed.');
  });

  it('submits, and shows the request with its state in focus', async () => {
    const createRequest = jest.fn(async () => deciding);
    renderPage(PREFILLED, apiOf({ createRequest }), me);
    const user = userEvent.setup();
    await fillIn(user);
    await user.type(ends(), '2027-02-15');
    await user.type(
      screen.getByRole('textbox', { name: 'Namespace' }),
      'ml-gpu',
    );
    await user.type(
      screen.getByRole('textbox', { name: 'Environments' }),
      'production, staging',
    );
    await user.click(screen.getByRole('button', { name: 'Submit' }));
    expect(
      await screen.findByRole('heading', {
        name: '#14 privileged-container for special-ml-workload',
      }),
    ).toBeVisible();
    await waitFor(() => expect(screen.getAllByRole('status')[0]).toHaveFocus());
    expect(createRequest).toHaveBeenCalledWith({
      entityRef: 'component:default/special-ml-workload',
      rules: ['privileged-container'],
      justification: 'CUDA driver',
      riskAssessment: 'Dedicated nodes',
      mitigations: 'Own namespace',
      riskLevel: 'high',
      category: 'mitigated',
      expiresAt: '2027-02-15',
      target: { namespace: 'ml-gpu', environments: ['production', 'staging'] },
      submit: true,
    });
  });

  it('saves a draft that starts on a day', async () => {
    const createRequest = jest.fn(async () => deciding);
    renderPage(PREFILLED, apiOf({ createRequest }), me);
    const user = userEvent.setup();
    await fillIn(user);
    await user.click(screen.getByRole('radio', { name: 'On a day' }));
    await user.type(ends(), '2026-12-15');
    const save = screen.getByRole('button', { name: 'Save draft' });
    await user.click(save);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Not saved. 1 field needs a change: First day',
    );
    const start = screen.getByLabelText('First day');
    expect(start).toHaveFocus();
    await user.type(start, '2026-12-16');
    expect(start).toHaveAccessibleDescription('It would start after it ends.');
    await user.clear(start);
    await user.type(start, '2026-12-01');
    await user.click(save);
    await waitFor(() =>
      expect(createRequest).toHaveBeenCalledWith(
        expect.objectContaining({
          startsAt: '2026-12-01',
          expiresAt: '2026-12-15',
          submit: false,
        }),
      ),
    );
  });

  it('shows what the backend refuses at its field', async () => {
    renderPage(
      PREFILLED,
      apiOf({
        createRequest: async () => {
          throw await refusal(
            400,
            'target.namespace: expected the name of a Kubernetes namespace',
          );
        },
      }),
      me,
    );
    const user = userEvent.setup();
    await fillIn(user);
    await user.type(ends(), '2027-02-15');
    const namespace = screen.getByRole('textbox', { name: 'Namespace' });
    await user.type(namespace, 'ML GPU');
    await user.click(screen.getByRole('button', { name: 'Submit' }));
    await waitFor(() => expect(namespace).toHaveFocus());
    expect(namespace).toHaveAccessibleDescription(
      'Expected the name of a Kubernetes namespace',
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Not submitted. 1 field needs a change: Namespace',
    );
    await user.clear(namespace);
    expect(namespace).toBeValid();
  });

  it('keeps what was written when something else is refused', async () => {
    renderPage(
      PREFILLED,
      apiOf({
        createRequest: async () => {
          throw await refusal(403, 'You are not in group:default/ml-team');
        },
      }),
      me,
    );
    const user = userEvent.setup();
    await fillIn(user);
    await user.type(ends(), '2027-02-15');
    await user.click(screen.getByRole('button', { name: 'Submit' }));
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'Not saved: You are not in group:default/ml-team',
      ),
    );
    expect(screen.getByRole('textbox', { name: 'Mitigations' })).toHaveValue(
      'Own namespace',
    );
  });

  it('names overlapping requests and stages without an approver', async () => {
    renderPage(
      PREFILLED,
      apiOf({
        previewRequest: async () => ({
          ...preview,
          overlaps: ['request-14'],
          stages: preview.stages.map(stage => ({ ...stage, candidates: [] })),
        }),
      }),
      me,
    );
    expect(
      await screen.findByRole('link', { name: '#14 privileged-container' }),
    ).toHaveAttribute('href', '/escape-hatches/request-14');
    expect(screen.getByText('Nobody may approve stage Owner')).toBeVisible();
  });

  it('says at once that a rule may not be left, and that there is none of a name', async () => {
    renderPage(
      '/new?rules=default-deny-network,unheard-of&entityRef=component:default/special-ml-workload&riskLevel=low',
      apiOf({
        previewRequest: async () => {
          throw await refusal(
            400,
            "unknown-rule: there is no rule 'unheard-of'",
          );
        },
      }),
      me,
    );
    expect(
      await screen.findByText('default-deny-network may not be left.'),
    ).toBeVisible();
    expect(screen.getByText('There is no rule unheard-of.')).toBeVisible();
    expect(screen.getByText('May be waived').nextSibling).toHaveTextContent(
      'No',
    );
  });

  it('begins with the text of another request, but not with its time', async () => {
    renderPage('/new?from=request-14', apiOf(), me);
    expect(
      await screen.findByRole('textbox', { name: 'Why do you need it?' }),
    ).toHaveValue(deciding.justification);
    expect(screen.getByText('The text is that of #14.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Cluster' })).toHaveValue(
      'prod-eu-1',
    );
    expect(ends()).toHaveValue('');
  });

  describe('edit', () => {
    const changes: EscapeHatchRequest = {
      ...deciding,
      status: 'changes_requested',
      phase: 'changes_requested',
      currentStage: null,
      allowedActions: ['edit', 'submit', 'withdraw'],
    };

    it('sends what was changed and submits again', async () => {
      const edited = { ...changes, version: 9 };
      const editRequest = jest.fn(async () => edited);
      const actOnRequest = jest.fn(async () => deciding);
      renderPage(
        '/request-14/edit',
        apiOf({
          getRequest: async () => changes,
          editRequest,
          actOnRequest,
        }),
        me,
      );
      const user = userEvent.setup();
      expect(
        await screen.findByRole('heading', { name: 'Edit #14' }),
      ).toBeVisible();
      expect(screen.getByRole('textbox', { name: 'Service' })).toBeDisabled();
      expect(ends()).toHaveValue('2027-02-15');
      const namespace = screen.getByRole('textbox', { name: 'Namespace' });
      await user.clear(namespace);
      await user.type(namespace, 'ml-gpu-2');
      await user.type(
        screen.getByRole('textbox', { name: 'What did you change?' }),
        'Another namespace',
      );
      await user.click(
        screen.getByRole('button', { name: 'Save and submit again' }),
      );
      await waitFor(() =>
        expect(actOnRequest).toHaveBeenCalledWith('request-14', 'submit', {
          expectedVersion: 9,
          comment: undefined,
        }),
      );
      expect(editRequest).toHaveBeenCalledWith('request-14', {
        target: { ...deciding.target, namespace: 'ml-gpu-2' },
        expectedVersion: 8,
        comment: 'Another namespace',
      });
    });

    it('warns of the approvals that a change clears, and saves nothing unchanged', async () => {
      const editRequest = jest.fn();
      renderPage(
        '/request-14/edit',
        apiOf({
          getRequest: async () => ({
            ...deciding,
            allowedActions: ['edit', 'withdraw'],
          }),
          editRequest,
        }),
        me,
      );
      expect(
        await screen.findByText(
          'Saving a change clears 2 approvals: all decide again.',
        ),
      ).toBeVisible();
      await userEvent.click(
        screen.getByRole('button', { name: 'Save changes' }),
      );
      expect(screen.getByRole('alert')).toHaveTextContent(
        'Nothing was changed.',
      );
      expect(editRequest).not.toHaveBeenCalled();
    });

    it('says why a request may not be edited', async () => {
      renderPage(
        '/request-14/edit',
        apiOf({
          getRequest: async () => ({
            ...deciding,
            denied: { edit: 'Only ml-engineer, who asked for it, may.' },
          }),
        }),
        me,
      );
      expect(
        await screen.findByText('Only ml-engineer, who asked for it, may.'),
      ).toBeVisible();
      expect(screen.getByRole('link', { name: 'Show #14' })).toHaveAttribute(
        'href',
        '/escape-hatches/request-14',
      );
    });
  });
});
