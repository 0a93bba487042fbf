import { TestDatabases } from '@backstage/backend-test-utils';
import type { RequestPhase } from '@golden-path/backstage-plugin-escape-hatch-common';
import {
  actor,
  HatchesUnderTest,
  ML_WORKLOAD,
} from './__testUtils__/HatchesUnderTest';

jest.setTimeout(120_000);

const PUBLISHING = 'component:default/publishing-api';

describe('RequestStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let hatches: HatchesUnderTest;

    /** Seven requests: #1 to #5 of ml-team, #6 and #7 of publishing-team. */
    beforeAll(async () => {
      hatches = await HatchesUnderTest.create(await databases.init(databaseId));
      const at = (name: string) => ({ target: { name } });
      await hatches.request({ ...at('one'), expiresAt: '2026-12-20' });
      await hatches.request({ ...at('two'), rules: ['probes'], submit: true });
      hatches.wait({ minutes: 1 });
      await hatches.highRisk({ ...at('three'), expiresAt: '2026-12-10' });
      await hatches.approved({ ...at('four'), expiresAt: '2026-12-01' });
      await hatches.approved({
        ...at('five'),
        startsAt: '2026-12-05',
        expiresAt: '2026-12-20',
      });
      await hatches.request(
        { entityRef: PUBLISHING, rules: ['probes'], submit: true },
        'publishing-lead',
      );
      const last = await hatches.request(
        { entityRef: PUBLISHING, expiresAt: '2026-12-02' },
        'publishing-lead',
      );
      await hatches.service.withdraw({
        id: last.id,
        expectedVersion: 1,
        actor: actor('publishing-lead'),
      });
    });

    type Options = Partial<Parameters<HatchesUnderTest['store']['list']>[0]>;

    const numbers = async (options: Options = {}) => {
      const { records } = await hatches.store.list({
        now: hatches.time,
        limit: 50,
        ...options,
      });
      return records.map(({ number }) => number);
    };

    it.each<[string, Options, number[]]>([
      ['all, newest first', {}, [7, 6, 5, 4, 3, 2, 1]],
      ['all, soonest end first', { order: 'expiry' }, [4, 7, 3, 1, 5, 2, 6]],
      ['of an entity', { where: { entityRef: PUBLISHING } }, [7, 6]],
      [
        'of an owner',
        { where: { owner: 'group:default/ml-team' } },
        [5, 4, 3, 2, 1],
      ],
      ['of a rule', { where: { rule: 'probes' } }, [6, 2]],
      ['in a status', { where: { status: 'submitted' } }, [6, 3, 2]],
      [
        'of a requester',
        { where: { requester: 'user:default/publishing-lead' } },
        [7, 6],
      ],
      [
        'in one of several phases',
        { where: { phase: ['draft', 'scheduled'] } },
        [5, 1],
      ],
      [
        'with all of it',
        {
          where: {
            entityRef: ML_WORKLOAD,
            owner: 'group:default/ml-team',
            rule: 'privileged-container',
            status: 'approved',
            phase: 'active',
          },
        },
        [4],
      ],
      ['none', { where: { ids: [] } }, []],
      [
        'that a policy lets see',
        {
          filter: {
            anyOf: [
              {
                column: 'requester',
                values: ['user:default/publishing-lead'],
              },
              { column: 'approver', values: ['group:default/security-team'] },
            ],
          },
          where: { status: 'submitted' },
        },
        [6, 3, 2],
      ],
    ])('lists those %s', async (_, options, expected) => {
      expect(await numbers(options)).toEqual(expected);
    });

    it.each<[string, Partial<Record<RequestPhase, number[]>>]>([
      [
        '2026-11-24T12:05:00Z',
        { active: [4], scheduled: [5], expired: [], withdrawn: [7] },
      ],
      [
        '2026-12-01T23:59:59.999Z',
        { active: [4], scheduled: [5], expired: [] },
      ],
      ['2026-12-02T00:00:00Z', { active: [], scheduled: [5], expired: [4] }],
      ['2026-12-05T00:00:00Z', { active: [5], scheduled: [], expired: [4] }],
      ['2026-12-21T00:00:00Z', { active: [], scheduled: [], expired: [5, 4] }],
    ])('knows the phases at %s', async (instant, expected) => {
      const now = Date.parse(instant);
      for (const [phase, found] of Object.entries(expected)) {
        const where = { phase: phase as RequestPhase };
        expect([phase, await numbers({ where, now })]).toEqual([phase, found]);
      }
    });

    it.each(['newest', 'expiry'] as const)(
      'gives page after page, by %s',
      async order => {
        const pages: number[][] = [];
        let after: string | undefined;
        do {
          const { records, next } = await hatches.store.list({
            now: hatches.time,
            order,
            limit: 3,
            after,
          });
          pages.push(records.map(({ number }) => number));
          after = next;
        } while (after);
        expect(pages).toEqual(
          order === 'newest'
            ? [[7, 6, 5], [4, 3, 2], [1]]
            : [[4, 7, 3], [1, 5, 2], [6]],
        );
      },
    );

    it('ends with a last page that is full', async () => {
      const { next } = await hatches.store.list({
        now: hatches.time,
        limit: 7,
      });
      expect(next).toBeUndefined();
    });

    it.each(['', 'x', 'MQ', Buffer.from('1:2:3').toString('base64url')])(
      "does not take '%s' for the end of a page",
      async after => {
        const { store, time: now } = hatches;
        await expect(store.list({ now, limit: 1, after })).rejects.toThrow(
          'cursor: expected one of an earlier answer',
        );
      },
    );

    it('knows what waits for whom, the longest wait first', async () => {
      const waiting = async (...names: string[]) => {
        const refs = names.map(name => `group:default/${name}`);
        const found: number[] = [];
        let after: string | undefined;
        do {
          const page = await hatches.store.waitingFor({
            refs,
            limit: 2,
            after,
          });
          found.push(...page.records.map(({ number }) => number));
          after = page.next;
        } while (after);
        return found;
      };
      expect(await waiting('platform-team')).toEqual([2, 6]);
      expect(await waiting('ml-team')).toEqual([3]);
      expect(await waiting('platform-team', 'ml-team')).toEqual([2, 3, 6]);
      expect(await waiting('security-team')).toEqual([]);
    });

    it('finds requests by their ids, in their order', async () => {
      const { records } = await hatches.store.list({
        now: hatches.time,
        limit: 2,
      });
      const ids = [records[1].id, 'none', records[0].id];
      expect(await hatches.store.getMany(ids)).toEqual([
        records[1],
        undefined,
        records[0],
      ]);
    });

    it('notes a use at most once a minute, which is no transition', async () => {
      const { records } = await hatches.store.list({
        where: { phase: 'active' },
        now: hatches.time,
        limit: 1,
      });
      const [{ id, version }] = records;
      const used = async (at: number) => {
        await hatches.store.markUsed([id], at);
        return (await hatches.store.get(id))?.lastUsedAt;
      };
      expect(await used(100_000)).toBe(100_000);
      expect(await used(159_999)).toBe(100_000);
      expect(await used(160_000)).toBe(160_000);
      // Another replica's clock may be behind.
      expect(await used(150_000)).toBe(160_000);
      expect((await hatches.store.get(id))?.version).toBe(version);
    });
  });
});
