import { TestDatabases } from '@backstage/backend-test-utils';
import { buildServices } from '../__testUtils__/buildServices';
import { callRoute } from '../__testUtils__/callRoute';
import { seedDocument } from '../__testUtils__/seedDocument';
import { sloId } from '../slos/sloId';

jest.setTimeout(60_000);

describe('NotifyMissingData', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it.each(databases.eachSupportedId())(
    'tells the owner once, and again after data came back, on %p',
    async databaseId => {
      const notices: string[] = [];
      const services = await buildServices({
        knex: await databases.init(databaseId),
        files: { 'api-service': { 'slos/a.yaml': seedDocument } },
        notices,
      });
      await services.tasks.discovery.run(new AbortController().signal);
      const last = Math.floor(Date.now() / 300_000) * 300;
      const push = (end: number, tiles: number) =>
        callRoute(services, '/slos/{id}/samples', {
          params: { id: sloId('component:default/api-service', 'latency') },
          body: {
            samples: Array.from({ length: tiles }, (_, index) => ({
              start: new Date((end - (index + 1) * 300) * 1_000).toISOString(),
              seconds: 300,
              good: 1,
              total: 1,
            })),
          },
        });
      const at = (seconds: number) =>
        services.tasks.missingData.run(() => new Date(seconds * 1_000));

      await push(last - 7_200, 1);
      // stale after 15 minutes, told after another 30
      await at(last - 7_200 + 2_600);
      expect(notices).toEqual([]);
      await at(last - 7_200 + 2_800);
      await at(last - 7_200 + 3_100);
      expect(notices).toEqual([
        'Data missing: SLO latency of component:default/api-service',
      ]);

      await push(last - 3_600, 12);
      await at(last - 3_600 + 60);
      await at(last - 3_600 + 2_800);
      expect(notices).toHaveLength(2);
    },
  );
});
