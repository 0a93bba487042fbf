import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { SeriesStore } from '../../plugins/slo-backend/src/slos/SeriesStore';
import { SloStore } from '../../plugins/slo-backend/src/slos/SloStore';
import { TileStore } from '../../plugins/slo-backend/src/tiles/TileStore';
import { copyHistory } from './copyHistory';
import { recordHistory } from './recordHistory';

/**
 * Gives every SLO a history. The first SLO's is written by the plugin's own recorder and copied to all others. So is
 * the last one's: its copy has to be equal to what the recorder wrote, row for row.
 *
 * @param options - instants are seconds since the epoch
 */
export async function fillTiles(options: {
  knex: Knex;
  from: number;
  to: number;
}): Promise<void> {
  const { knex } = options;
  const slos = await new SloStore().find(knex);
  const template = slos[0];
  const witness = slos.at(-1)!;
  await recordHistory({ ...options, slo: template, failures: 1 });
  await recordHistory({ ...options, slo: witness, failures: 2 });

  const series = await new SeriesStore().present(knex, [
    template.id,
    witness.id,
  ]);
  const witnessId = series.get(witness.id)!.id;
  const read = () =>
    new TileStore().read(knex, witnessId, { from: 0, to: options.to });
  const recorded = await read();
  await knex('slo_tiles').where('series_id', witnessId).delete();
  await copyHistory(knex, series.get(template.id)!.id);
  const copied = await read();
  if (recorded.length === 0 || !isDeepStrictEqual(copied, recorded)) {
    throw new Error(
      `Expected the ${recorded.length} tiles that the recorder writes, got ${copied.length} others by copying`,
    );
  }
  await knex.raw('vacuum analyze');
}
