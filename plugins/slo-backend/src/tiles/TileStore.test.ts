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
