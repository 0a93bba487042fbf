import type { Knex } from 'knex';

/** By how much failures of a copy differ: 0 to 2 times those of the template, the last copy has twice as many. */
const FAILURES = `2.0 * row_number() over (order by slos.entity_ref, slos.name)
  / count(*) over ()`;

/** Copies the tiles of one series, and what is known of them, to all others that have none. */
export async function copyHistory(knex: Knex, template: number): Promise<void> {
  await knex.raw(
    `insert into slo_tiles
     select copy.series_id, tile_end, seconds, covered,
       total - copy.failures * (total - good), total, anomalies,
       cum_covered, cum_total - copy.failures * (cum_total - cum_good), cum_total, cum_anomalies
     from slo_tiles
     cross join (
       select series_id, ${FAILURES} as failures
       from slo_series join slos on slos.id = slo_series.slo_id
     ) as copy
     where slo_tiles.series_id = :template
       and not exists (select from slo_tiles as tile where tile.series_id = copy.series_id)`,
    { template },
  );
  await knex.raw(
    `update slo_series set
       tile_seconds = template.tile_seconds, first_start = template.first_start,
       watermark = template.watermark, asked_to = template.asked_to,
       loaded_from = template.loaded_from, source_from = template.source_from,
       compacted_to = template.compacted_to, judged_to = template.judged_to
     from slo_series as template
     where template.series_id = :template`,
    { template },
  );
}
