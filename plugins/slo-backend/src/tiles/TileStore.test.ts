import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';
import { Tile } from './Tile';
import { TileStore } from './TileStore';

jest.setTimeout(60_000);

const tile = (end: number, total: number, good = total): Tile => ({
  end,
  seconds: 10,
  covered: 10,
  good,
  total,
  anomalies: 0,
});

describe('TileStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it.each(databases.eachSupportedId())('on %p', async databaseId => {
    const knex = await openDatabase(
      mockServices.database({ knex: await databases.init(databaseId) }),
    );
    const store = new TileStore();
    const seriesId = await newSeries(knex);
    const totals = async (...instants: number[]) => {
      const prefixes = await store.prefixesAt(knex, seriesId, instants);
      return instants.map(at => prefixes.get(at)!.total);
    };
    const write = (from: number, to: number, tiles: Tile[]) =>
      knex.transaction(tx => store.replace(tx, seriesId, { from, to, tiles }));

    await expect(totals(0, 50)).resolves.toEqual([0, 0]);

    await write(100, 130, [tile(110, 1), tile(120, 2), tile(130, 4)]);
    const between = async (from: number, to: number) => {
      const [a, b] = await totals(from, to);
      return b - a;
    };
    await expect(between(100, 130)).resolves.toBe(7);
    await expect(between(105, 125)).resolves.toBe(0.5 + 2 + 2);

    // appended after a hole
    await write(150, 160, [tile(160, 8)]);
    await expect(between(100, 160)).resolves.toBe(15);
    await expect(between(130, 150)).resolves.toBe(0);

    // older ones in front
    await write(0, 100, [tile(90, 16), tile(100, 32)]);
    await expect(between(0, 160)).resolves.toBe(63);
    await expect(between(90, 110)).resolves.toBe(33);

    // one in the middle again, with another value
    await write(110, 120, [tile(120, 64, 60)]);
    await expect(between(0, 160)).resolves.toBe(125);
    await expect(between(110, 120)).resolves.toBe(64);
    await expect(between(120, 160)).resolves.toBe(12);

    await expect(
      store.gaps(knex, seriesId, { from: 80, to: 160, limit: 5 }),
    ).resolves.toEqual([{ from: 130, to: 150 }]);
    await expect(
      store.read(knex, seriesId, { from: 100, to: 120 }),
    ).resolves.toMatchObject([tile(110, 1), tile(120, 64, 60)]);
    await knex.destroy();
  });

  it.each(databases.eachSupportedId())(
    'leaves newer tiles alone where older ones are only put together, on %p',
    async databaseId => {
      const knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      const store = new TileStore();
      const seriesId = await newSeries(knex);
      const write = (from: number, to: number, tiles: Tile[]) =>
        knex.transaction(tx =>
          store.replace(tx, seriesId, { from, to, tiles }),
        );
      // In this order 0.1 + 0.2 + 0.3 is 0.6000000000000001, in the other one it is 0.6.
      await write(
        0,
        50,
        [0.7, 0.1, 0.2, 0.3, 0.4].map((total, i) => tile(10 * i + 10, total)),
      );
      const updates: string[] = [];
      knex.on('query', ({ sql }) => updates.push(sql));
      await write(10, 40, [
        { ...tile(40, 0.3 + 0.2 + 0.1), seconds: 30, covered: 30 },
      ]);
      expect(updates.filter(sql => sql.startsWith('update'))).toEqual([]);

      await write(10, 40, [{ ...tile(40, 1.6), seconds: 30, covered: 30 }]);
      const prefixes = await store.prefixesAt(knex, seriesId, [0, 50]);
      expect(prefixes.get(50)!.total - prefixes.get(0)!.total).toBeCloseTo(
        0.7 + 1.6 + 0.4,
        12,
      );
      await knex.destroy();
    },
  );

  it.each(databases.eachSupportedId())(
    'names a gap at the beginning of what is asked for, on %p',
    async databaseId => {
      const knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      const store = new TileStore();
      const seriesId = await newSeries(knex);
      await knex.transaction(tx =>
        store.replace(tx, seriesId, {
          from: 0,
          to: 200,
          tiles: [tile(10, 1), tile(110, 1), tile(120, 1)],
        }),
      );
      const gaps = (from: number) =>
        store.gaps(knex, seriesId, { from, to: 120, limit: 5 });
      await expect(gaps(50)).resolves.toEqual([{ from: 50, to: 100 }]);
      await expect(gaps(0)).resolves.toEqual([{ from: 10, to: 100 }]);
      await expect(gaps(105)).resolves.toEqual([]);
      await knex.destroy();
    },
  );
});

async function newSeries(knex: Knex): Promise<number> {
  await knex('slos').insert({
    id: 'slo',
    entity_ref: 'component:default/a',
    name: 'availability',
    definition: '{}',
    fingerprint: '',
    generation: 1,
    source_type: 'push',
    document: '{}',
    latched: '[]',
  });
  const [{ series_id: seriesId }] = await knex('slo_series')
    .insert({ slo_id: 'slo', generation: 1, since: 0 })
    .returning('series_id');
  return seriesId;
}
