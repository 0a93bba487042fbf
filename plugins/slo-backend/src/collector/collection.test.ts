import { TestDatabases } from '@backstage/backend-test-utils';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { buildServices } from '../__testUtils__/buildServices';
import { callRoute } from '../__testUtils__/callRoute';
import { seedDocument } from '../__testUtils__/seedDocument';
import { describeWithPrometheus } from '../prometheus/__testUtils__/describeWithPrometheus';
import {
  knownHistory,
  KnownTile,
} from '../prometheus/__testUtils__/knownHistory';
import { RealPrometheus } from '../prometheus/__testUtils__/RealPrometheus';
import { sloId } from '../slos/sloId';

jest.setTimeout(300_000);

const DAY = 86_400;
const END = 20_000 * DAY;
const history = knownHistory({ to: END, days: 35 });
const window = history.tiles.filter(tile => tile.start >= END - 30 * DAY);

/** Consumed budget by construction: bad / total / (1 − objective). */
function exactConsumed(good: (tile: KnownTile) => number, allowed: number) {
  const total = window.reduce((sum, tile) => sum + tile.total, 0);
  const bad = window.reduce((sum, tile) => sum + tile.total - good(tile), 0);
  return bad / total / allowed;
}

describeWithPrometheus('collection from a real Prometheus', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
  let prometheus: RealPrometheus;

  beforeAll(async () => {
    prometheus = await RealPrometheus.start({ series: history.series });
  });
  afterAll(() => prometheus?.stop());

  it.each(databases.eachSupportedId())(
    'gives the exact budgets within 0.1 % on %p',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const services = await buildServices({
        knex,
        files: { 'api-service': { 'slos/api-service.yaml': seedDocument } },
        slo: { prometheus: [{ name: 'main', url: prometheus.url }] },
      });
      const now = () => new Date((END + 20) * 1_000);
      const { signal } = new AbortController();
      await services.tasks.discovery.run(signal, now);
      await services.tasks.collection.run(signal, now);

      const read = (name: string) =>
        callRoute<SloStatus>(services, '/slos/{id}', {
          params: { id: sloId('component:default/api-service', name) },
        });
      const availability = await read('availability');
      const latency = await read('latency');
      for (const status of [availability, latency]) {
        expect(status.problems).toEqual([]);

        expect(status.data.source).toEqual({
          type: 'prometheus',
          name: 'main',
        });
        expect(status.window.to).toBe(
          new Date(END * 1_000).toISOString().replace('.000', ''),
        );
      }
      const exact = {
        availability: exactConsumed(tile => tile.good, 0.005),
        latency: exactConsumed(tile => tile.fast, 0.05),
      };
      const relative = (value: number | null, expected: number) =>
        Math.abs(value! / expected - 1);
      expect(
        relative(availability.budget.consumed, exact.availability),
      ).toBeLessThan(0.001);
      expect(relative(latency.budget.consumed, exact.latency)).toBeLessThan(
        0.001,
      );
      expect(availability.policy.active?.effect).toBe(
        exact.availability > 1 ? 'freeze' : 'review',
      );
    },
  );
});
