import type { Knex } from 'knex';
import type { Series } from '../slos/Slo';
import { Tile } from './Tile';
import { TileStore } from './TileStore';
import { levelCutoffs } from './tileLevels';
import { widenTiles } from './widenTiles';

const HOUR = 3_600;
const hourBefore = (instant: number) => Math.floor(instant / HOUR) * HOUR;
const hourAfter = (instant: number) => Math.ceil(instant / HOUR) * HOUR;

/**
 * Writes base tiles into a series, in the stretches that their age allows, and widens what has grown old. Both
 * work on whole hours, so that the stored tiles follow from the measured ones and the watermark alone.
 */
export class TileWriter {
  readonly #tiles: TileStore;

  constructor(tiles: TileStore) {
    this.#tiles = tiles;
  }

  /**
   * Adds measured tiles; those that are there already are overwritten, and none is removed.
   *
   * @param tiles - base tiles, ascending, none twice
   * @returns the series as it is then, and whether any tile changed
   */
  async add(
    tx: Knex.Transaction,
    series: Series,
    tiles: Tile[],
  ): Promise<{ series: Series; changed: boolean }> {
    if (tiles.length === 0) {
      return { series, changed: false };
    }
    const from = tiles[0].end - tiles[0].seconds;
    const to = tiles.at(-1)!.end;
    const existing = await this.#tiles.read(tx, series.id, {
      from: hourBefore(from),
      to: hourAfter(to),
    });
    const byEnd = new Map<number, Tile>(
      existing.map(({ cum: _, ...tile }) => [tile.end, tile]),
    );
    const { seconds } = tiles[0];
    const wider = existing.filter(there => there.seconds > seconds);
    // The source's tiles have become wider: what they cover must not count twice.
    const narrower = existing.filter(there => there.seconds < seconds);
    for (const tile of tiles) {
      if (!wider.some(there => isWithin(tile, there))) {
        for (const there of narrower) {
          if (isWithin(there, tile)) {
            byEnd.delete(there.end);
          }
        }
        byEnd.set(tile.end, tile);
      }
    }
    const wanted = [...byEnd.values()].sort((a, b) => a.end - b.end);
    return this.#put(tx, series, existing, wanted, { from, to });
  }

  /** Makes whole hours consist of exactly these base tiles. */
  async setHours(
    tx: Knex.Transaction,
    series: Series,
    options: { from: number; to: number; tiles: Tile[] },
  ): Promise<{ series: Series; changed: boolean }> {
    const existing = await this.#tiles.read(tx, series.id, options);
    return this.#put(tx, series, existing, options.tiles, {
      from: options.tiles[0].end - options.tiles[0].seconds,
      to: options.tiles.at(-1)!.end,
    });
  }

  /**
   * Widens the tiles that have grown old since the last time and drops those older than `keepSeconds`; at most
   * once an hour of data.
   */
  async compact(
    tx: Knex.Transaction,
    series: Series,
    keepSeconds: number,
  ): Promise<Series> {
    const { watermark, compactedTo, tileSeconds } = series;
    if (watermark === null || tileSeconds === null) {
      return series;
    }
    const reached = hourBefore(watermark);
    if (compactedTo !== null && reached <= compactedTo) {
      return series;
    }
    for (const age of levelCutoffs) {
      const range = {
        from: compactedTo === null ? 0 : hourBefore(compactedTo - age) - HOUR,
        to: hourAfter(watermark - age),
      };
      const existing = await this.#tiles.read(tx, series.id, range);
      await this.#replace(tx, series, existing, existing.map(withoutSums));
    }
    await this.#tiles.drop(tx, series.id, { before: watermark - keepSeconds });
    return { ...series, compactedTo: reached };
  }

  async #put(
    tx: Knex.Transaction,
    series: Series,
    existing: Tile[],
    wanted: Tile[],
    range: { from: number; to: number },
  ) {
    const next = {
      ...series,
      firstStart: Math.min(series.firstStart ?? Infinity, range.from),
      watermark: Math.max(series.watermark ?? 0, range.to),
    };
    return {
      series: next,
      changed: await this.#replace(tx, next, existing, wanted),
    };
  }

  /** Replaces what differs, and nothing before or after it. */
  async #replace(
    tx: Knex.Transaction,
    series: Series,
    existing: Tile[],
    wanted: Tile[],
  ): Promise<boolean> {
    const target = widenTiles({
      tiles: wanted,
      baseSeconds: series.tileSeconds!,
      watermark: series.watermark!,
    });
    let same = 0;
    while (
      same < target.length &&
      same < existing.length &&
      equal(target[same], existing[same])
    ) {
      same++;
    }
    const rest = target.slice(same);
    const replaced = existing.slice(same);
    if (rest.length === 0 && replaced.length === 0) {
      return false;
    }
    const all = [...rest, ...replaced];
    await this.#tiles.replace(tx, series.id, {
      from: Math.min(...all.map(tile => tile.end - tile.seconds)),
      to: Math.max(...all.map(tile => tile.end)),
      tiles: rest,
    });
    return true;
  }
}

function isWithin(inner: Tile, outer: Tile): boolean {
  return inner.end <= outer.end && inner.end > outer.end - outer.seconds;
}

function withoutSums({ end, seconds, covered, good, total, anomalies }: Tile) {
  return { end, seconds, covered, good, total, anomalies };
}

function equal(a: Tile, b: Tile): boolean {
  return (
    a.end === b.end &&
    a.seconds === b.seconds &&
    a.covered === b.covered &&
    a.good === b.good &&
    a.total === b.total &&
    a.anomalies === b.anomalies
  );
}
