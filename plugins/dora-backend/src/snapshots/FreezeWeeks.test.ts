import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEntity } from '../__testUtils__/catalogEntity';
import { ReviewingUnderTest } from '../__testUtils__/ReviewingUnderTest';

jest.setTimeout(120_000);

const TEAM = 'group:default/team';
/** Monday, after what is waited for. */
const NOW = '2026-11-16T02:00:00Z';

describe('FreezeWeeks', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let dora: ReviewingUnderTest;

    const snapshots = async () => {
      const rows = await dora
        .knex('dora_snapshots')
        .orderBy(['week', 'scope'])
        .select('week', 'scope', 'metrics');
      return rows.map(({ metrics, ...row }) => ({
        ...row,
        n: JSON.parse(metrics).deploymentFrequency.n,
      }));
    };

    beforeEach(async () => {
      dora = await ReviewingUnderTest.create(await databases.init(databaseId), [
        catalogEntity('Group', 'team'),
        catalogEntity('Group', 'unit'),
        catalogEntity('Group', 'idle'),
      ]);
      await dora.group('unit');
      await dora.group('team', 'unit');
      await dora.group('idle', 'unit');
      // The catalog has this one no more.
      await dora.group('gone');
      await dora.tables.service('shop', { owner: TEAM });
      await dora.tables.service('old', { owner: 'group:default/gone' });
      await dora.tables.deployment('d1', 'shop', '2026-11-03T10:00:00Z', {
        owner: TEAM,
      });
      await dora.tables.deployment('d2', 'shop', '2026-11-11T10:00:00Z', {
        owner: TEAM,
      });
      await dora.tables.deployment('d3', 'other', '2026-11-12T10:00:00Z');
    });

    it('keeps each finished week of the organisation, of owners and of the groups above them', async () => {
      await dora.run('weeks', NOW);
      expect(await snapshots()).toEqual([
        { week: '2026-11-02', scope: 'all', n: 1 },
        { week: '2026-11-02', scope: TEAM, n: 1 },
        { week: '2026-11-02', scope: 'group:default/unit', n: 1 },
        { week: '2026-11-09', scope: 'all', n: 2 },
        { week: '2026-11-09', scope: TEAM, n: 1 },
        { week: '2026-11-09', scope: 'group:default/unit', n: 1 },
      ]);
    });

    it('keeps a week as it was when events come late', async () => {
      await dora.run('weeks', NOW);
      const before = await snapshots();
      await dora.tables.deployment('late', 'shop', '2026-11-04T10:00:00Z', {
        owner: TEAM,
      });
      await dora.run('weeks', NOW);
      expect(await snapshots()).toEqual(before);
    });

    it('gives the same numbers for the same facts', async () => {
      const metrics = () =>
        dora
          .knex('dora_snapshots')
          .orderBy(['week', 'scope'])
          .select('metrics', 'bottleneck');
      await dora.tables.shipped('d2', 7_200);
      await dora.run('weeks', NOW);
      const first = await metrics();
      await dora.knex('dora_snapshots').delete();
      await dora.run('weeks', '2026-11-17T09:00:00Z');
      expect(await metrics()).toEqual(first);
      expect(JSON.parse(first.at(-1).bottleneck)).toMatchObject({
        stage: 'coding',
        share: 1,
      });
    });

    it('catches up on weeks that were missed', async () => {
      await dora.run('weeks', '2026-11-09T02:00:00Z');
      await dora.run('weeks', '2026-11-30T02:00:00Z');
      const weeks = (await snapshots())
        .filter(({ scope }) => scope === 'all')
        .map(({ week }) => week);
      expect(weeks).toEqual([
        '2026-11-02',
        '2026-11-09',
        '2026-11-16',
        '2026-11-23',
      ]);
    });

    it('catches up on 13 weeks at most', async () => {
      await dora.run('weeks', '2027-11-15T02:00:00Z');
      const all = (await snapshots()).filter(({ scope }) => scope === 'all');
      expect(all).toHaveLength(13);
      // 8 November 2027 is the Monday before; twelve weeks earlier is 16 August.
      expect(all[0].week).toBe('2027-08-16');
      expect(all.at(-1)!.week).toBe('2027-11-08');
    });

    it('waits an hour for what is reported late', async () => {
      await dora.run('weeks', '2026-11-16T00:59:00Z');
      expect((await snapshots()).map(({ week }) => week)).not.toContain(
        '2026-11-09',
      );
    });

    it('waits until histories have been read', async () => {
      const source = { id: 'gitops:gitops.git', type: 'gitops' };
      await dora.knex('dora_sources').insert({
        ...source,
        state: 'backfilling',
        pass_started_at: 1,
        warnings: '[]',
      });
      await dora.run('weeks', NOW);
      expect(await snapshots()).toEqual([]);
      await dora
        .knex('dora_sources')
        .update({ state: 'ok', last_seen_at: 2, pass_started_at: 3 });
      await dora.run('weeks', NOW);
      expect(await snapshots()).toHaveLength(6);
    });
  });
});
