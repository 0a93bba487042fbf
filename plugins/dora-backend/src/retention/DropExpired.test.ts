import { TestDatabases } from '@backstage/backend-test-utils';
import {
  change,
  incident,
  rollout,
  sha,
  tag,
} from '../facts/__testUtils__/events';
import {
  FactsUnderTest,
  PAYMENTS,
} from '../facts/__testUtils__/FactsUnderTest';
import { DropExpired } from './DropExpired';

jest.setTimeout(120_000);

/** 1 June is 30 days before. */
const NOW = Date.parse('2026-07-01T00:00:00Z');
const SINCE = Date.parse('2026-06-01T00:00:00Z');

describe('DropExpired', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let facts: FactsUnderTest;

    const drop = () =>
      new DropExpired(facts).run(new AbortController().signal, () => NOW);
    const recent = async () => {
      const rows = await facts.rollouts();
      const shipped = await facts
        .knex('dora_shipped')
        .join('dora_changes', 'dora_changes.id', 'dora_shipped.change_id')
        .where('finished_at', '>=', SINCE)
        .orderBy(['finished_at', 'sha'])
        .select('deployment_id', 'sha', 'lead_seconds');
      return {
        rollouts: rows.filter(row => Number(row.finished_at) >= SINCE),
        shipped,
      };
    };
    const versions = async () =>
      (await facts.rollouts()).map(({ version }) => version);

    beforeEach(async () => {
      facts = await FactsUnderTest.create(await databases.init(databaseId), {
        dora: { retention: { days: 30 } },
      });
      const merged = [
        '03-01T09:00',
        '03-02T09:00',
        '03-03T09:00',
        '03-04T09:00',
        '05-20T09:00',
        '06-10T09:00',
      ];
      await facts.record([
        ...merged.map((at, index) => change(index + 1, at)),
        tag(3),
        tag(4),
        tag(5),
        tag(6),
        // Names of versions 1 and 2 are the commits themselves.
        rollout('a', '03-01T10:00', { sha: sha(1) }),
        rollout('b', '03-02T10:00', { sha: sha(2) }),
        rollout('v3', '03-03T10:00'),
        rollout('v4', '03-04T10:00'),
        rollout('v3', '03-04T11:00'),
        rollout('v5', '06-02T10:00'),
        rollout('v6', '06-11T10:00'),
        // Version v4 came before v6: a rollback across the retention.
        rollout('v4', '06-12T10:00'),
        incident('old', '03-20T10:00', '03-20T11:00'),
        incident('long', '03-21T10:00', '06-02T09:00'),
        incident('open', '03-22T10:00'),
      ]);
    });

    it('removes what is old with its events, and what depends on nothing', async () => {
      await drop();
      // v3 runs when the retention begins, and first ran on 3 March; v4 is the furthest.
      expect(await versions()).toEqual(['v3', 'v4', 'v3', 'v5', 'v6', 'v4']);
      const { knex } = facts;
      const ids = await knex('dora_events').pluck('external_id');
      expect(ids).not.toContain('production a 03-01T10:00');
      expect(ids).not.toContain('old');
      expect(ids).toContain('open');
      expect(await knex('dora_incidents').pluck('external_id')).toEqual(
        expect.arrayContaining(['long', 'open']),
      );
      expect(await knex('dora_incidents')).toHaveLength(2);
      // Changes 1 and 2 lie before every rollout that is kept.
      const shas: string[] = await knex('dora_changes').pluck('sha');
      expect(shas.sort()).toEqual([3, 4, 5, 6].map(sha));
      expect(ids).not.toContain('change 1');
      const days: string[] = await knex('dora_days')
        .whereNull('rolled_version')
        .pluck('day');
      expect(days).toEqual(
        expect.arrayContaining(['2026-03-01', '2026-03-20']),
      );
    });

    it('leaves facts within the retention as they are, also when they are derived anew', async () => {
      const before = await recent();
      expect(
        before.rollouts.map(({ version, kind }) => [version, kind]),
      ).toEqual([
        ['v5', 'normal'],
        ['v6', 'normal'],
        ['v4', 'rollback'],
      ]);
      await drop();
      expect(await recent()).toEqual(before);
      await facts.recorder.rederive({ entityRefs: [PAYMENTS] });
      expect(await recent()).toEqual(before);
    });

    it('ships with later deployments what they would have shipped', async () => {
      await drop();
      await facts.record([
        change(7, '06-20T09:00'),
        tag(7),
        rollout('v7', '06-21T10:00'),
      ]);
      const { shipped } = await recent();
      expect(shipped.map(row => row.sha)).toEqual([5, 6, 7].map(sha));
    });

    it('finds nothing more the second time', async () => {
      await drop();
      const once = await facts.facts();
      await drop();
      expect(await facts.facts()).toEqual(once);
    });

    it('keeps changes of what was never deployed', async () => {
      await facts.knex('dora_shipped').delete();
      await facts.knex('dora_deployments').delete();
      await drop();
      expect(await facts.knex('dora_changes')).toHaveLength(6);
    });
  });
});
