import type { Knex } from 'knex';
import type { Figure } from '../support/Figure';

const DAYS = 90;

/** Rows that the SLO with the most of them has for the last 90 days. */
export async function measureRows(knex: Knex): Promise<Figure> {
  const newest = knex('slo_tiles').max('tile_end');
  const recent = await largest(
    knex,
    knex('slo_tiles').whereRaw('tile_end > (?) - ?', [newest, DAYS * 86_400]),
  );
  const all = await largest(knex, knex('slo_tiles'));
  const [{ rows }] = await knex('slo_tiles').count({ rows: '*' });
  const [{ size }] = (
    await knex.raw(
      `select pg_size_pretty(pg_total_relation_size('slo_tiles')) as size`,
    )
  ).rows;
  return {
    name: `rows of an SLO for ${DAYS} days at most`,
    measured: recent,
    unit: 'rows',
    limit: 4_400,
    atMost: true,
    detail: `${all} with all that is kept; ${rows} of all SLOs, ${size} with index`,
  };
}

async function largest(knex: Knex, tiles: Knex.QueryBuilder): Promise<number> {
  const [{ most }] = await knex
    .from(
      tiles
        .select('series_id')
        .count({ rows: '*' })
        .groupBy('series_id')
        .as('series'),
    )
    .max({ most: 'rows' });
  return Number(most);
}
