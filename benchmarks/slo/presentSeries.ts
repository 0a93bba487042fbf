import type { Knex } from 'knex';

/** The series of the SLOs' present queries. */
export function presentSeries(knex: Knex): Knex.QueryBuilder {
  return knex('slo_series')
    .join('slos', join =>
      join
        .on('slo_series.slo_id', 'slos.id')
        .andOn('slo_series.generation', 'slos.generation'),
    )
    .select('slo_series.*');
}
