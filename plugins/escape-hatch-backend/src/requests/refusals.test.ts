import { TestDatabases } from '@backstage/backend-test-utils';
import type { RequestAction } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { HatchRecord } from './HatchRecord';
import { actor, HatchesUnderTest } from './__testUtils__/HatchesUnderTest';

jest.setTimeout(120_000);

type Situation =
  | 'draft'
  | 'submitted'
  | 'changes_requested'
  | 'approved'
  | 'expired'
  | 'rejected'
  | 'withdrawn'
  | 'revoked';

describe('refusals of transitions', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let hatches: HatchesUnderTest;

  /** Begins with nothing, at the beginning: the clock does not go back by itself. */
  async function begin(): Promise<void> {
    hatches = await HatchesUnderTest.create(await databases.init('SQLITE_3'));
  }
  beforeEach(begin);

  /** A request of ml-engineer, of medium risk, as it is after the usual way to a situation. */
  async function requestIn(situation: Situation): Promise<HatchRecord> {
    const { service } = hatches;
    const of = ({ id, version }: HatchRecord) => ({
      id,
      expectedVersion: version,
      comment: 'A reason.',
    });
    switch (situation) {
      case 'draft':
        return hatches.request();
      case 'changes_requested':
        return service.requestChanges({
          ...of(await requestIn('submitted')),
          actor: actor('platform-lead'),
        });
      case 'approved':
        return hatches.approved();
      case 'expired': {
        const record = await hatches.approved();
        hatches.time = record.expiresAt;
        return record;
      }
      case 'rejected':
        return service.reject({
          ...of(await requestIn('submitted')),
          actor: actor('platform-lead'),
        });
      case 'withdrawn':
        return service.withdraw({
          ...of(await requestIn('draft')),
          actor: actor('ml-engineer'),
        });
      case 'revoked':
        return service.revoke({
          ...of(await requestIn('approved')),
          actor: actor('platform-lead'),
        });
      default:
        return hatches.request({ submit: true });
    }
  }

  /** Does it, with a body that passes the guards unless it says otherwise. */
  async function act(
    action: RequestAction,
    record: HatchRecord,
    user: string,
    body: { expectedVersion?: number; comment?: string } = {},
  ): Promise<unknown> {
    const { service } = hatches;
    const options = {
      id: record.id,
      expectedVersion: record.version,
      comment: 'A reason.',
      ...body,
      actor: actor(user),
    };
    switch (action) {
      case 'edit': {
        const { expectedVersion } = options;
        return service.edit({
          ...options,
          edit: { expectedVersion, mitigations: 'Others.' },
        });
      }
      case 'renew':
        return service.renew({ ...options, expiresAt: '2027-03-01' });
      case 'review':
        return service.review({ ...options, outcome: 'keep' });
      case 'request-changes':
        return service.requestChanges(options);
      case 'confirm-owner':
        return service.confirmOwner(options);
      default:
        return service[action](options);
    }
  }

  const refusalOf = async (...args: Parameters<typeof act>) =>
    act(...args).then(
      () => 'done',
      error => error.name,
    );

  describe('by somebody who never may', () => {
    // Neither a stale version nor the wrong status is told to somebody who has no business with it.
    it.each<[RequestAction, string[]]>([
      ['submit', ['outsider', 'platform-lead', 'publishing-lead']],
      ['edit', ['outsider', 'ml-lead', 'platform-lead']],
      ['approve', ['outsider', 'ml-lead', 'ml-engineer', 'security-reviewer']],
      ['reject', ['outsider', 'ml-lead', 'ml-engineer', 'security-reviewer']],
      ['request-changes', ['outsider', 'ml-lead', 'ml-engineer']],
      ['withdraw', ['outsider', 'platform-lead', 'publishing-lead']],
      ['revoke', ['outsider', 'security-reviewer', 'publishing-lead']],
      ['renew', ['outsider', 'platform-lead', 'publishing-lead']],
      ['review', ['outsider', 'ml-engineer', 'security-reviewer']],
      ['confirm-owner', ['outsider', 'platform-lead', 'publishing-lead']],
    ])('%s is forbidden, whatever the status and version', async (...row) => {
      const [action, users] = row;
      for (const situation of ['draft', 'approved', 'rejected'] as const) {
        const record = await requestIn(situation);
        for (const user of [...users, 'nobody', 'guest']) {
          expect([
            user,
            await refusalOf(action, record, user, { expectedVersion: 77 }),
          ]).toEqual([user, 'NotAllowedError']);
        }
        await begin();
      }
    });
  });

  describe('by the status', () => {
    const everywhere: Situation[] = [
      'draft',
      'submitted',
      'changes_requested',
      'approved',
      'expired',
      'rejected',
      'withdrawn',
      'revoked',
    ];

    it.each<[RequestAction, string, Situation[]]>([
      ['submit', 'ml-lead', ['draft', 'changes_requested']],
      ['edit', 'ml-engineer', ['draft', 'submitted', 'changes_requested']],
      ['approve', 'platform-lead', ['submitted']],
      ['reject', 'platform-engineer', ['submitted']],
      ['request-changes', 'platform-lead', ['submitted']],
      ['withdraw', 'ml-lead', ['draft', 'submitted', 'changes_requested']],
      ['revoke', 'ml-lead', ['approved']],
      ['review', 'platform-lead', ['approved']],
    ])('%s by %s is possible only of %j', async (action, user, situations) => {
      for (const situation of everywhere) {
        const record = await requestIn(situation);
        expect([situation, await refusalOf(action, record, user)]).toEqual([
          situation,
          situations.includes(situation) ? 'done' : 'ConflictError',
        ]);
        await begin();
      }
    });

    it('does not let an expired one be renewed, which a guard says', async () => {
      for (const situation of everywhere) {
        const record = await requestIn(situation);
        expect([
          situation,
          await refusalOf('renew', record, 'ml-lead'),
        ]).toEqual([
          situation,
          ['approved', 'expired'].includes(situation)
            ? 'InputError'
            : 'ConflictError',
        ]);
        await begin();
      }
    });

    it('lets an owner be confirmed only after a change', async () => {
      const record = await requestIn('approved');
      expect(await refusalOf('confirm-owner', record, 'ml-lead')).toBe(
        'ConflictError',
      );
      const changed = await hatches.service.ownerChanged({
        id: record.id,
        expectedVersion: record.version,
        owners: ['group:default/ml-team'],
      });
      expect(await refusalOf('confirm-owner', changed, 'ml-lead')).toBe('done');
    });
  });

  it.each<[RequestAction, Situation, string]>([
    ['submit', 'draft', 'ml-lead'],
    ['edit', 'draft', 'ml-engineer'],
    ['approve', 'submitted', 'platform-lead'],
    ['reject', 'submitted', 'platform-lead'],
    ['request-changes', 'submitted', 'platform-lead'],
    ['withdraw', 'submitted', 'ml-lead'],
    ['revoke', 'approved', 'ml-lead'],
    ['renew', 'approved', 'ml-lead'],
    ['review', 'approved', 'platform-lead'],
  ])('%s of a stale version tells who may what changed', async (...row) => {
    const [action, situation, user] = row;
    const record = await requestIn(situation);
    for (const stale of [record.version - 1, record.version + 1]) {
      await expect(
        // Without a comment: the version is looked at first.
        act(action, record, user, {
          expectedVersion: stale,
          comment: undefined,
        }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(
          `version ${stale}, and it is version ${record.version} now`,
        ),
      });
    }
  });

  it.each<[RequestAction, Situation, string]>([
    ['reject', 'submitted', 'platform-lead'],
    ['request-changes', 'submitted', 'platform-lead'],
    ['revoke', 'approved', 'platform-lead'],
  ])('%s wants a comment, last of all', async (action, situation, user) => {
    const record = await requestIn(situation);
    for (const comment of [undefined, '', ' \n']) {
      await expect(act(action, record, user, { comment })).rejects.toThrow(
        /^comment-missing: /,
      );
    }
    expect(await hatches.store.get(record.id)).toEqual(record);
  });

  describe('of a decision with several stages', () => {
    it.each<RequestAction>(['approve', 'reject', 'request-changes'])(
      '%s: a later stage is told of a stale version before of its stage',
      async action => {
        const record = await hatches.highRisk();
        const early = 'security-reviewer';
        expect(
          await refusalOf(action, record, early, { expectedVersion: 1 }),
        ).toBe('ConflictError');
        await expect(act(action, record, early)).rejects.toMatchObject({
          name: 'NotAllowedError',
          message: expect.stringContaining(
            'It waits for stage Owner, and you are not in group:default/ml-team.',
          ),
        });
      },
    );

    it('lets nobody decide two stages', async () => {
      hatches.catalog.organisation.groups['platform-team'].members!.push(
        'ml-lead',
      );
      const record = await hatches.approve(await hatches.highRisk(), 'ml-lead');
      for (const action of ['approve', 'reject', 'request-changes'] as const) {
        await expect(act(action, record, 'ml-lead')).rejects.toMatchObject({
          name: 'NotAllowedError',
          message: expect.stringContaining('You approved stage Owner.'),
        });
      }
    });
  });

  it('finds no request by another id', async () => {
    const record = await requestIn('draft');
    await expect(
      act('approve', { ...record, id: 'another' }, 'outsider'),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('allows exactly what it does not refuse', async () => {
    const actions: RequestAction[] = [
      'submit',
      'edit',
      'approve',
      'reject',
      'request-changes',
      'withdraw',
      'revoke',
      'renew',
      'review',
      'confirm-owner',
    ];
    const users = ['ml-engineer', 'ml-lead', 'platform-lead', 'outsider'];
    for (const situation of [
      'draft',
      'submitted',
      'changes_requested',
      'approved',
      'expired',
      'rejected',
    ] as const) {
      for (const user of users) {
        for (const action of actions) {
          const record = await requestIn(situation);
          const { allowedActions, denied } = await hatches.service.mayDo({
            record,
            actor: actor(user),
          });
          const outcome = await refusalOf(action, record, user);
          expect({
            situation,
            user,
            action,
            allowed: allowedActions.includes(action),
            reason: typeof denied[action],
          }).toEqual({
            situation,
            user,
            action,
            allowed: outcome === 'done',
            reason: outcome === 'done' ? 'undefined' : 'string',
          });
          await begin();
        }
      }
    }
  });
});
