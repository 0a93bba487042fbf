import type {
  Problem,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import { SeriesRow, seriesFromRow } from '../slos/SeriesStore';
import type { Series, Slo } from '../slos/Slo';
import { SloRow, sloFromRow } from '../slos/SloStore';
import { presentStatus } from './presentStatus';
import { StatusRefresher } from './StatusRefresher';
import type { StatusRow } from './StatusStore';

const SERIES_COLUMNS: (keyof SeriesRow)[] = [
  'series_id',
  'slo_id',
  'generation',
  'since',
  'until',
  'final_consumed',
  'tile_seconds',
  'first_start',
  'watermark',
  'asked_to',
  'loaded_from',
  'source_from',
  'compacted_to',
  'judged_to',
  'empty_passes',
  'source_error',
  'source_warnings',
];

/** An SLO with its state. */
export interface ReadStatus {
  slo: Slo;
  series: Series;
  status: SloStatus;
}

/** Reads the state of SLOs, one statement for any number of them. */
export class StatusReader {
  readonly #knex: Knex;
  readonly #refresher: StatusRefresher;

  constructor(options: { knex: Knex; refresher: StatusRefresher }) {
    this.#knex = options.knex;
    this.#refresher = options.refresher;
  }

  /** SLOs in force, in the order asked for; those that are not found are left out. */
  async read(ids: string[], now: number): Promise<ReadStatus[]> {
    const found = await this.#select(
      query => query.whereIn('slos.id', ids),
      now,
    );
    const byId = new Map(found.map(entry => [entry.slo.id, entry]));
    return ids.flatMap(id => byId.get(id) ?? []);
  }

  /** All SLOs in force of one entity, worst first. */
  async readEntity(entityRef: string, now: number): Promise<ReadStatus[]> {
    const found = await this.#select(
      query => query.where('slos.entity_ref', entityRef),
      now,
    );
    return found.sort(
      (a, b) =>
        (a.status.budget.remaining ?? Infinity) -
          (b.status.budget.remaining ?? Infinity) ||
        a.slo.name.localeCompare(b.slo.name),
    );
  }

  async #select(
    where: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
    now: number,
  ): Promise<ReadStatus[]> {
    const aliased = (table: string) =>
      SERIES_COLUMNS.map(column => `${table}.${column} as ${table}_${column}`);
    const query = this.#knex('slos')
      .join('slo_statuses', 'slo_statuses.slo_id', 'slos.id')
      .join({ series: 'slo_series' }, join =>
        join
          .on('series.slo_id', 'slos.id')
          .andOn('series.generation', 'slos.generation'),
      )
      .leftJoin({ previous: 'slo_series' }, join =>
        join
          .on('previous.slo_id', 'slos.id')
          .andOn('previous.generation', this.#knex.raw('slos.generation - 1')),
      )
      .leftJoin('slo_entities', 'slo_entities.entity_ref', 'slos.entity_ref')
      .whereNull('slos.retired_at')
      .select(
        'slos.*',
        'slo_entities.owner_ref',
        'slo_entities.system_ref',
        'slo_entities.demo',
        'slo_entities.problems',
        'slo_statuses.state',
        'slo_statuses.status',
        ...aliased('series'),
        ...aliased('previous'),
      );
    const rows: (SloRow &
      StatusRow & { problems: string | null } & Record<string, unknown>)[] =
      await where(query);
    return rows.map(row => {
      const slo = sloFromRow(row);
      const series = seriesFromRow(unaliased(row, 'series'));
      const problems: Problem[] = JSON.parse(row.problems ?? '[]');
      return {
        slo,
        series,
        status: presentStatus({
          slo,
          series,
          previous:
            row.previous_series_id === null
              ? undefined
              : seriesFromRow(unaliased(row, 'previous')),
          stored: { state: row.state, status: JSON.parse(row.status) },
          policy: this.#refresher.policyOf(slo),
          problems: problems.filter(
            problem => problem.file === slo.document.file,
          ),
          now,
        }),
      };
    });
  }
}

function unaliased(row: Record<string, unknown>, table: string): SeriesRow {
  return Object.fromEntries(
    SERIES_COLUMNS.map(column => [column, row[`${table}_${column}`]]),
  ) as unknown as SeriesRow;
}
