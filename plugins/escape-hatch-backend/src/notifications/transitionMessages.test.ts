import { hatchRecord } from '../__testUtils__/hatchRecord';
import { testSettings } from '../__testUtils__/testSettings';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { HatchRecord } from '../requests/HatchRecord';
import { PORTAL, type Transition } from '../requests/transitions/Transition';
import type { Notice } from './Notice';
import { transitionMessages } from './transitionMessages';

const CLEO = 'user:default/cleo';
const LEAD = 'user:default/platform-lead';
const OWNER = 'group:default/ml-team';
const ADMINS = 'group:default/platform-team';

const settings = testSettings({ timeZone: 'Europe/London' });

function messages(
  action: Transition['action'],
  options: {
    record?: Partial<HatchRecord>;
    actor?: string;
    waiting?: string[];
    stalled?: boolean;
    details?: Transition['details'];
    repository?: string;
  } = {},
): OutboxMessage[] {
  const {
    actor = LEAD,
    waiting = [],
    stalled,
    details = {},
    repository,
  } = options;
  return transitionMessages(
    {
      after: hatchRecord(options.record),
      action,
      actor,
      waiting,
      stalled,
      details,
    },
    { ...settings, issuesRepository: repository },
  );
}

const notices = (...given: Parameters<typeof messages>) =>
  messages(...given)
    .filter(({ kind }) => kind === 'notification')
    .map(({ payload }) => payload as Notice);

const approved: Partial<HatchRecord> = {
  status: 'approved',
  stage: null,
  waitingSince: null,
  approvedAt: Date.parse('2026-11-25T12:00:00Z'),
  activeFrom: Date.parse('2026-11-25T12:00:00Z'),
};

describe('what a transition tells', () => {
  it('asks the approvers of the stage when it is submitted', () => {
    expect(
      messages('submit', { actor: CLEO, waiting: [ADMINS, ADMINS] }),
    ).toEqual([
      {
        kind: 'notification',
        requestId: 'hatch-1',
        key: 'hatch-1:2:escape-hatch-approval',
        payload: {
          recipients: [ADMINS],
          exclude: CLEO,
          title:
            'Waits for your approval: #14 special-ml-workload (privileged-container)',
          description: 'It was submitted. Stage Platform, high risk.',
          link: '/escape-hatches/hatch-1',
          severity: 'normal',
          topic: 'escape-hatch-approval',
        },
      },
    ]);
  });

  it('tells of an approval whom it waits for next, and of the last one whom it is for', () => {
    expect(notices('approve', { waiting: [ADMINS] })).toMatchObject([
      {
        recipients: [ADMINS],
        description: expect.stringMatching(/^The stage before has approved it/),
      },
    ]);
    expect(
      notices('approve', { record: approved, details: { comment: 'Fine.' } }),
    ).toMatchObject([
      {
        recipients: [CLEO, OWNER],
        exclude: LEAD,
        title:
          'Escape hatch approved: #14 special-ml-workload (privileged-container)',
        description:
          'It counts from now on; its last day is 2027-02-24. “Fine.”',
      },
    ]);
    expect(
      notices('approve', {
        record: { ...approved, activeFrom: Date.parse('2026-12-01T00:00:00Z') },
      })[0].description,
    ).toBe('It counts from 2026-12-01 on; its last day is 2027-02-24.');
  });

  it.each<[Transition['action'], Partial<HatchRecord>, string[], string]>([
    ['request-changes', { status: 'changes_requested' }, [CLEO], 'normal'],
    ['reject', { status: 'rejected' }, [CLEO, OWNER], 'normal'],
    ['withdraw', { status: 'withdrawn' }, [CLEO], 'normal'],
    ['revoke', { ...approved, status: 'revoked' }, [CLEO, OWNER], 'high'],
    ['review', approved, [CLEO, OWNER], 'normal'],
    ['lapse', { status: 'lapsed' }, [CLEO, OWNER], 'normal'],
    ['entity-removed', { status: 'revoked' }, [CLEO, OWNER], 'high'],
    [
      'owner-changed',
      { ...approved, owners: ['group:default/new'] },
      [CLEO, 'group:default/new'],
      'high',
    ],
  ])('tells of %s', (action, record, recipients, severity) => {
    expect(notices(action, { record })).toMatchObject([
      { recipients, severity },
    ]);
  });

  it.each<[Transition['action'], Partial<HatchRecord>]>([
    ['create', { status: 'draft' }],
    ['edit', { status: 'draft' }],
    ['edit', { status: 'changes_requested' }],
    ['withdraw', { status: 'withdrawn', submittedAt: null }],
    ['confirm-owner', approved],
    ['supersede', { ...approved, status: 'superseded' }],
  ])('needs nobody after %s of a request %j', (action, record) => {
    expect(notices(action, { record })).toEqual([]);
  });

  it('says what somebody said, in one short line and as text', () => {
    const [{ description }] = notices('reject', {
      details: { comment: `<b>No</b>\n\n${'x'.repeat(500)}` },
    });
    expect(description).toBe(
      `It cannot be changed any more. “<b>No</b> ${'x'.repeat(289)}…”`,
    );
  });

  it('tells nobody where nobody is waited for', () => {
    expect(messages('submit', { waiting: [] })).toEqual([]);
  });

  it('tells the admins at once where nobody may decide', () => {
    expect(
      notices('submit', { waiting: [ADMINS], stalled: true }),
    ).toMatchObject([
      { recipients: [ADMINS], topic: 'escape-hatch-approval' },
      {
        recipients: [ADMINS, 'group:default/security-team'],
        topic: 'escape-hatch-stalled',
      },
    ]);
  });

  it('has the issue brought up to date, not of drafts', () => {
    const repository = 'https://github.com/acme/platform';
    expect(messages('confirm-owner', { repository })).toEqual([
      {
        kind: 'issue',
        requestId: 'hatch-1',
        key: 'hatch-1:2:issue',
        payload: {},
      },
    ]);
    expect(
      messages('create', {
        repository,
        record: { status: 'draft', submittedAt: null },
      }),
    ).toEqual([]);
  });

  it('tells the audit log what the portal does by itself', () => {
    expect(
      messages('lapse', { actor: PORTAL, record: { status: 'lapsed' } }),
    ).toEqual([
      expect.objectContaining({
        kind: 'notification',
        payload: expect.not.objectContaining({ exclude: PORTAL }),
      }),
      {
        kind: 'audit-log',
        requestId: 'hatch-1',
        key: 'hatch-1:2:audit-log',
        payload: {
          eventId: 'request-lapse',
          meta: {
            by: 'portal',
            request: 'hatch-1',
            number: 14,
            version: 2,
            status: 'lapsed',
          },
        },
      },
    ]);
  });
});
