import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEntity } from '../__testUtils__/catalogEntity';
import { ReviewingUnderTest } from '../__testUtils__/ReviewingUnderTest';

jest.setTimeout(120_000);

const TEAM = 'group:default/team';
const SHOP = 'component:default/shop';
const NOW = '2026-11-01T02:00:00Z';

describe('FreezeMonths', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let dora: ReviewingUnderTest;

    const months = async () => {
      const rows = await dora
        .knex('dora_reviews')
        .orderBy(['month', 'scope'])
        .select('month', 'scope', 'metrics');
      return rows.map(({ metrics, ...row }) => ({
        ...row,
        n: JSON.parse(metrics).deploymentFrequency.n,
      }));
    };

    beforeEach(async () => {
      dora = await ReviewingUnderTest.create(await databases.init(databaseId), [
        catalogEntity('Group', 'team'),
        catalogEntity('Component', 'shop'),
      ]);
      await dora.group('team');
      await dora.tables.service('shop', { owner: TEAM });
      await dora.tables.deployment('d1', 'shop', '2026-09-30T23:59:59Z', {
        owner: TEAM,
      });
      await dora.tables.deployment('d2', 'shop', '2026-10-31T23:59:59Z', {
        owner: TEAM,
      });
    });

    it('keeps months that were observed, whatever comes later', async () => {
      await dora.run('months', NOW);
      const frozen = [
        { month: '2026-09', scope: 'all', n: 1 },
        { month: '2026-09', scope: TEAM, n: 1 },
        { month: '2026-10', scope: 'all', n: 1 },
        { month: '2026-10', scope: TEAM, n: 1 },
      ];
      expect(await months()).toEqual(frozen);
      await dora.tables.deployment('late', 'shop', '2026-10-04T10:00:00Z', {
        owner: TEAM,
      });
      await dora.run('months', NOW);
      expect(await months()).toEqual(frozen);
    });

    it('keeps months of what was reviewed before', async () => {
      await dora.knex('dora_reviews').insert({
        id: 'r1',
        scope: SHOP,
        month: '2026-09',
        frozen_at: 1,
        reviewed_at: 2,
        reviewed_by: 'user:default/ann',
        metrics: '{"deploymentFrequency":{"n":7}}',
        notes: '',
        demo: false,
      });
      await dora.run('months', NOW);
      expect((await months()).filter(({ scope }) => scope === SHOP)).toEqual([
        { month: '2026-09', scope: SHOP, n: 7 },
        { month: '2026-10', scope: SHOP, n: 1 },
      ]);
    });

    it('tells the group once that the last month is ready', async () => {
      await dora.run('months', NOW);
      await dora.run('months', NOW);
      expect(dora.sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: TEAM },
          payload: {
            title: 'Delivery metrics of 2026-10 are ready to be reviewed',
            description: `The numbers of ${TEAM} for 2026-10 are frozen. Decide what to do about the bottleneck.`,
            link: '/dora/reviews?scope=group%3Adefault%2Fteam&new=2026-10',
            topic: 'dora-review-ready',
            scope: `dora-review-ready:${TEAM}:2026-10`,
            severity: 'normal',
          },
        },
      ]);
    });

    it('only warns where a notice cannot be sent', async () => {
      dora.isMailboxBroken = true;
      await dora.run('months', NOW);
      expect(await months()).toHaveLength(4);
      expect(dora.logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/group:default\/team.*no notifications here/),
      );
    });
  });
});
