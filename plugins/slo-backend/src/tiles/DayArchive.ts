import type { Knex } from 'knex';
import { Tile } from './Tile';

const DAY = 86_400;

/** A base tile as it came: good may exceed total. */
export interface BaseTile {
  /** Seconds since the epoch. */
  start: number;
  good: number;
  total: number;
  /** It did, and the source has clamped it. */
  anomaly?: boolean;
}

/** One place per base tile of the day; null where none came. */
type Day = ([good: number, total: number] | null)[];

/**
 * Base tiles at full width, packed one row per day: for pushed SLOs, whose tiles may be sent again one by one
 * when they have long been put together into hours, and for time slices, whose verdicts hours do not hold.
 */
export class DayArchive {
  /**
   * Puts tiles in their places.
   *
   * @returns the tiles that are new or differ from what was there
   */
  async put(
    tx: Knex.Transaction,
    seriesId: number,
    options: { tileSeconds: number; tiles: BaseTile[] },
  ): Promise<BaseTile[]> {
    const { tileSeconds, tiles } = options;
    const days = await this.#read(tx, seriesId, tiles.map(dayOf));
    const changed: BaseTile[] = [];
    const touched = new Set<number>();
    for (const tile of tiles) {
      const day = dayOf(tile);
      const places: Day =
        days.get(day) ?? new Array(DAY / tileSeconds).fill(null);
      days.set(day, places);
      const place = (tile.start - day * DAY) / tileSeconds;
      const there = places[place];
      if (!there || there[0] !== tile.good || there[1] !== tile.total) {
        places[place] = [tile.good, tile.total];
        changed.push(tile);
        touched.add(day);
      }
    }
    for (const day of touched) {
      await tx('slo_days')
        .insert({
          series_id: seriesId,
          day,
          tiles: JSON.stringify(days.get(day)),
        })
        .onConflict(['series_id', 'day'])
        .merge();
    }
    return changed;
  }

  /** Base tiles within [from, to), ascending; good is clamped to total. */
  async read(
    db: Knex,
    seriesId: number,
    options: { tileSeconds: number; from: number; to: number },
  ): Promise<Tile[]> {
    const { tileSeconds, from, to } = options;
    const first = Math.floor(from / DAY);
    const last = Math.floor((to - 1) / DAY);
    const wanted = Array.from(
      { length: last - first + 1 },
      (_, i) => first + i,
    );
    const days = await this.#read(db, seriesId, wanted);
    const tiles: Tile[] = [];
    for (const day of wanted) {
      for (const [place, entry] of (days.get(day) ?? []).entries()) {
        const start = day * DAY + place * tileSeconds;
        if (entry && start >= from && start < to) {
          tiles.push(
            toTile({ start, good: entry[0], total: entry[1] }, tileSeconds),
          );
        }
      }
    }
    return tiles;
  }

  /** Removes days that end at or before an instant. */
  async drop(
    tx: Knex.Transaction,
    seriesId: number,
    options: { before: number },
  ): Promise<void> {
    await tx('slo_days')
      .where('series_id', seriesId)
      .andWhere('day', '<', Math.floor(options.before / DAY))
      .delete();
  }

  async #read(
    db: Knex,
    seriesId: number,
    days: number[],
  ): Promise<Map<number, Day>> {
    const rows: { day: number; tiles: string }[] = await db('slo_days')
      .where('series_id', seriesId)
      .whereIn('day', [...new Set(days)])
      .select('day', 'tiles');
    return new Map(rows.map(row => [row.day, JSON.parse(row.tiles)]));
  }
}

function dayOf(tile: BaseTile): number {
  return Math.floor(tile.start / DAY);
}

/** A stored tile from a base tile: more good than total is clamped and flagged. */
export function toTile(tile: BaseTile, tileSeconds: number): Tile {
  return {
    end: tile.start + tileSeconds,
    seconds: tileSeconds,
    covered: tileSeconds,
    good: Math.min(tile.good, tile.total),
    total: tile.total,
    anomalies: tile.anomaly || tile.good > tile.total ? 1 : 0,
  };
}
