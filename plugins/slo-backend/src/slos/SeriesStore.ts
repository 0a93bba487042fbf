import type { Knex } from 'knex';
import type { Series } from './Slo';

export interface SeriesRow {
  series_id: number;
  slo_id: string;
  generation: number;
  since: number | string;
  until: number | string | null;
  final_consumed: number | null;
  tile_seconds: number | null;
  first_start: number | string | null;
  watermark: number | string | null;
  asked_to: number | string | null;
  loaded_from: number | string | null;
  source_from: number | string | null;
  compacted_to: number | string | null;
  judged_to: number | string | null;
  empty_passes: number;
  source_error: string | null;
  source_warnings: string;
}

/** What is known of each generation's tiles, one row each. */
export class SeriesStore {
  /**
   * The series of an SLO's generation, made where it is missing, and locked until the transaction ends: only one
   * writer at a time moves tiles and sums.
   */
  async lock(
    tx: Knex.Transaction,
    slo: { id: string; generation: number },
    now: number,
  ): Promise<Series> {
    const key = { slo_id: slo.id, generation: slo.generation };
    const read = () =>
      tx<SeriesRow>('slo_series').where(key).forUpdate().first();
    let row = await read();
    if (!row) {
      await tx('slo_series')
        .insert({ ...key, since: now })
        .onConflict(['slo_id', 'generation'])
        .ignore();
      row = await read();
    }
    return seriesFromRow(row!);
  }

  async get(
    db: Knex,
    slo: { id: string; generation: number },
  ): Promise<Series | undefined> {
    const row = await db<SeriesRow>('slo_series')
      .where({ slo_id: slo.id, generation: slo.generation })
      .first();
    return row && seriesFromRow(row);
  }

  /** The present series of SLOs, by SLO id. */
  async present(db: Knex, sloIds: string[]): Promise<Map<string, Series>> {
    const rows: SeriesRow[] = await db('slos')
      .join('slo_series', join =>
        join
          .on('slo_series.slo_id', 'slos.id')
          .andOn('slo_series.generation', 'slos.generation'),
      )
      .whereIn('slos.id', sloIds)
      .select('slo_series.*');
    return new Map(rows.map(row => [row.slo_id, seriesFromRow(row)]));
  }

  async save(db: Knex, series: Series): Promise<void> {
    await db('slo_series')
      .where({ series_id: series.id })
      .update({
        until: series.until,
        final_consumed: series.finalConsumed,
        tile_seconds: series.tileSeconds,
        first_start: series.firstStart,
        watermark: series.watermark,
        asked_to: series.askedTo,
        loaded_from: series.loadedFrom,
        source_from: series.sourceFrom,
        compacted_to: series.compactedTo,
        judged_to: series.judgedTo,
        empty_passes: series.emptyPasses,
        source_error: series.sourceError && JSON.stringify(series.sourceError),
        source_warnings: JSON.stringify(series.sourceWarnings),
      });
  }

  /** Notes why, and since when, the source does not answer for a series. */
  async setSourceError(
    db: Knex,
    seriesId: number,
    error: NonNullable<Series['sourceError']>,
  ): Promise<void> {
    await db('slo_series')
      .where('series_id', seriesId)
      .update({ source_error: JSON.stringify(error) });
  }
}

const instant = (value: number | string | null) =>
  value === null ? null : Number(value);

export function seriesFromRow(row: SeriesRow): Series {
  return {
    id: row.series_id,
    sloId: row.slo_id,
    generation: row.generation,
    since: Number(row.since),
    until: instant(row.until),
    finalConsumed: row.final_consumed,
    tileSeconds: row.tile_seconds,
    firstStart: instant(row.first_start),
    watermark: instant(row.watermark),
    askedTo: instant(row.asked_to),
    loadedFrom: instant(row.loaded_from),
    sourceFrom: instant(row.source_from),
    compactedTo: instant(row.compacted_to),
    judgedTo: instant(row.judged_to),
    emptyPasses: row.empty_passes,
    sourceError: row.source_error ? JSON.parse(row.source_error) : null,
    sourceWarnings: JSON.parse(row.source_warnings),
  };
}
