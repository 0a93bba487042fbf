import type { Knex } from 'knex';
import { prefixWithin } from './prefixSums';
import {
  addSums,
  noSums,
  StoredTile,
  subtractSums,
  Sums,
  sumsOf,
  Tile,
} from './Tile';
import { tileFromRow, TileRow, tileToRow } from './tileRow';

/** Sums that differ by less than this share of them differ by rounding only: tiles were put together. */
const ROUNDING = 1e-12;

/** Rows of one statement: SQLite takes at most 500. */
const BATCH = 500;

/**
 * The tiles of a series. Each row carries the sums of all before it, so that any window is two index seeks; the
 * origin of the sums is arbitrary, so that older tiles can be put in front without touching the newer ones.
 * Every method takes the transaction it works in.
 */
export class TileStore {
  /** Tiles that end in (from, to], ascending. */
  async read(
    db: Knex,
    seriesId: number,
    range: { from: number; to: number },
  ): Promise<StoredTile[]> {
    const rows = await db<TileRow>('slo_tiles')
      .where('series_id', seriesId)
      .andWhere('tile_end', '>', range.from)
      .andWhere('tile_end', '<=', range.to)
      .orderBy('tile_end');
    return rows.map(tileFromRow);
  }

  /**
   * Cumulative sums at several instants, in one statement. Instants after the last tile are at its end.
   */
  async prefixesAt(
    db: Knex,
    seriesId: number,
    instants: number[],
  ): Promise<Map<number, Sums>> {
    const distinct = [...new Set(instants)];
    if (distinct.length === 0) {
      return new Map();
    }
    const seek = (instant: number) =>
      db
        .select(db.raw('cast(? as bigint) as instant', [instant]), 'tile.*')
        .from(
          db<TileRow>('slo_tiles')
            .where('series_id', seriesId)
            .andWhere('tile_end', '>=', instant)
            .orderBy('tile_end')
            .limit(1)
            .as('tile'),
        );
    const last = db
      .select(db.raw('cast(null as bigint) as instant'), 'tile.*')
      .from(
        db<TileRow>('slo_tiles')
          .where('series_id', seriesId)
          .orderBy('tile_end', 'desc')
          .limit(1)
          .as('tile'),
      );
    const rows: (TileRow & { instant: number | string | null })[] =
      await last.unionAll(distinct.map(seek));

    const found = new Map<number, Sums>();
    let end = noSums;
    for (const { instant, ...row } of rows) {
      const tile = tileFromRow(row);
      if (instant === null) {
        end = tile.cum;
      } else {
        found.set(Number(instant), prefixWithin(tile, Number(instant)));
      }
    }
    return new Map(distinct.map(at => [at, found.get(at) ?? end]));
  }

  /**
   * Puts tiles in the place of whatever ends in (from, to]. Range and tiles must not cut through a stored tile.
   */
  async replace(
    tx: Knex.Transaction,
    seriesId: number,
    options: { from: number; to: number; tiles: Tile[] },
  ): Promise<void> {
    const { from, to, tiles } = options;
    const series = () => tx<TileRow>('slo_tiles').where('series_id', seriesId);
    const before = await series()
      .andWhere('tile_end', '<=', from)
      .orderBy('tile_end', 'desc')
      .first();
    const after = await series()
      .andWhere('tile_end', '>', to)
      .orderBy('tile_end')
      .first();
    await series()
      .andWhere('tile_end', '>', from)
      .andWhere('tile_end', '<=', to)
      .delete();

    const added = tiles.reduce<Sums>(addSums, noSums);
    const afterOrigin = after && originOf(tileFromRow(after));
    // With nothing before them the tiles go in front of what is there: its sums stay as they are.
    const origin = before
      ? sumsOf(tileFromRow(before).cum)
      : subtractSums(afterOrigin ?? added, added);
    await this.#insert(tx, seriesId, origin, tiles);
    const end = addSums(origin, added);
    if (before && afterOrigin && !isSame(end, afterOrigin)) {
      await this.#shift(tx, seriesId, to, subtractSums(end, afterOrigin));
    }
  }

  /** Stretches of time within (from, to] that no tile covers, newest first. */
  async gaps(
    db: Knex,
    seriesId: number,
    range: { from: number; to: number; limit: number },
  ): Promise<{ from: number; to: number }[]> {
    const neighbours = db<TileRow>('slo_tiles')
      .select('seconds', 'covered', 'tile_end')
      .select(
        db.raw(
          'coalesce(lag(tile_end) over (order by tile_end), cast(? as bigint)) as previous_end',
          [range.from],
        ),
      )
      .where('series_id', seriesId)
      .andWhere('tile_end', '>', range.from)
      .andWhere('tile_end', '<=', range.to)
      .as('tile');
    const rows: {
      gap_from: number | string;
      gap_to: number | string;
    }[] = await db
      .select(
        db.raw(
          'case when covered < seconds then tile_end - seconds else previous_end end as gap_from',
        ),
        db.raw(
          'case when covered < seconds then tile_end else tile_end - seconds end as gap_to',
        ),
      )
      .from(neighbours)
      .whereRaw('covered < seconds or previous_end < tile_end - seconds')
      .orderBy('tile_end', 'desc')
      .limit(range.limit);
    return rows.map(row => ({
      from: Math.max(range.from, Number(row.gap_from)),
      to: Number(row.gap_to),
    }));
  }

  /** Removes tiles that end at or before an instant. */
  async drop(
    tx: Knex.Transaction,
    seriesId: number,
    options: { before: number },
  ): Promise<void> {
    await tx('slo_tiles')
      .where('series_id', seriesId)
      .andWhere('tile_end', '<=', options.before)
      .delete();
  }

  async #insert(
    tx: Knex.Transaction,
    seriesId: number,
    origin: Sums,
    tiles: Tile[],
  ): Promise<void> {
    let cum = origin;
    const rows = tiles.map(tile => {
      cum = addSums(cum, tile);
      return tileToRow(seriesId, { ...tile, cum });
    });
    for (let start = 0; start < rows.length; start += BATCH) {
      await tx('slo_tiles').insert(rows.slice(start, start + BATCH));
    }
  }

  async #shift(
    tx: Knex.Transaction,
    seriesId: number,
    after: number,
    by: Sums,
  ): Promise<void> {
    await tx('slo_tiles')
      .where('series_id', seriesId)
      .andWhere('tile_end', '>', after)
      .update({
        cum_covered: tx.raw('cum_covered + ?', [by.covered]),
        cum_good: tx.raw('cum_good + ?', [by.good]),
        cum_total: tx.raw('cum_total + ?', [by.total]),
        cum_anomalies: tx.raw('cum_anomalies + ?', [by.anomalies]),
      });
  }
}

function isSame(a: Sums, b: Sums): boolean {
  return (Object.keys(a) as (keyof Sums)[]).every(
    key =>
      Math.abs(a[key] - b[key]) <=
      ROUNDING * Math.max(Math.abs(a[key]), Math.abs(b[key])),
  );
}

function originOf(tile: StoredTile): Sums {
  return subtractSums(tile.cum, tile);
}
