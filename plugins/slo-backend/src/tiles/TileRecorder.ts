import type { Knex } from 'knex';
import type { PolicyStep } from '../policy/replayPolicy';
import { SeriesStore } from '../slos/SeriesStore';
import { Series, Slo, windowSeconds } from '../slos/Slo';
import { SloStore } from '../slos/SloStore';
import { StatusRefresher } from '../status/StatusRefresher';
import { BaseTile, DayArchive, toTile } from './DayArchive';
import { historySeconds } from './tileLevels';
import { TileWriter } from './TileWriter';

const HOUR = 3_600;

/** What is to be written. */
export interface PreparedTiles {
  /** The locked series, with what else became known of it. */
  series: Series;
  /** Ascending. */
  tiles: BaseTile[];
  /** Who sent the tiles, where that is not fixed. */
  sourceName?: string;
}

/** What one recording did. */
export interface Recording {
  slo: Slo;
  series: Series;
  /** How many tiles are new or differ from what was there; unknown where only the sums are kept. */
  changed: number;
  steps: PolicyStep[];
}

interface TileRecorderOptions {
  knex: Knex;
  slos: SloStore;
  series: SeriesStore;
  writer: TileWriter;
  archive: DayArchive;
  refresher: StatusRefresher;
}

/**
 * Records base tiles: tiles, cumulative sums, status and policy history change in one transaction, or not at all.
 * The series is locked meanwhile, so that of two replicas one waits.
 */
export class TileRecorder {
  readonly #options: TileRecorderOptions;

  constructor(options: TileRecorderOptions) {
    this.#options = options;
  }

  /**
   * @param options - `prepare` gets the locked series and gives what is to be written; it may throw
   * @returns undefined when the SLO is no longer in force or has another query by now
   */
  async record(options: {
    sloId: string;
    generation: number;
    prepare: (series: Series) => PreparedTiles;
    now: number;
  }): Promise<Recording | undefined> {
    const { sloId, generation, prepare, now } = options;
    const { knex, slos, series, refresher } = this.#options;
    return knex.transaction(async tx => {
      const locked = await series.lock(tx, { id: sloId, generation }, now);
      const slo = await slos.get(tx, sloId);
      if (!slo || slo.generation !== generation) {
        return undefined;
      }
      const prepared = prepare(locked);
      if (prepared.sourceName && prepared.sourceName !== slo.source.name) {
        await slos.setSourceName(tx, sloId, prepared.sourceName);
      }
      const written = await this.#write(tx, slo, prepared);
      const isAppended =
        locked.watermark !== null &&
        prepared.tiles.every(tile => tile.start >= locked.watermark! - HOUR);
      const steps = await refresher.refresh(tx, {
        slo,
        series: written.series,
        redrawn: !isAppended,
        now,
      });
      const compacted = await this.#compact(tx, slo, written.series);
      await series.save(tx, compacted);
      return { slo, series: compacted, changed: written.changed, steps };
    });
  }

  async #compact(
    tx: Knex.Transaction,
    slo: Slo,
    series: Series,
  ): Promise<Series> {
    const { writer, archive } = this.#options;
    const keepSeconds = historySeconds(windowSeconds(slo));
    const compacted = await writer.compact(tx, series, keepSeconds);
    if (compacted.compactedTo !== series.compactedTo) {
      await archive.drop(tx, series.id, {
        before: series.watermark! - keepSeconds,
      });
    }
    return compacted;
  }

  async #write(
    tx: Knex.Transaction,
    slo: Slo,
    { series, tiles }: PreparedTiles,
  ): Promise<{ series: Series; changed: number }> {
    const { writer, archive } = this.#options;
    if (tiles.length === 0) {
      return { series, changed: 0 };
    }
    const tileSeconds = series.tileSeconds!;
    if (!isArchived(slo)) {
      const result = await writer.add(
        tx,
        series,
        tiles.map(tile => toTile(tile, tileSeconds)),
      );
      return {
        series: result.series,
        changed: result.changed ? tiles.length : 0,
      };
    }

    const changed = await archive.put(tx, series.id, { tileSeconds, tiles });
    if (changed.length === 0) {
      return { series, changed: 0 };
    }
    const starts = changed.map(tile => tile.start);
    const hours = {
      from: Math.floor(Math.min(...starts) / HOUR) * HOUR,
      to: Math.floor(Math.max(...starts) / HOUR) * HOUR + HOUR,
    };
    const result = await writer.setHours(tx, series, {
      ...hours,
      tiles: await archive.read(tx, series.id, { tileSeconds, ...hours }),
    });
    return { series: result.series, changed: changed.length };
  }
}

/** Whether single base tiles must be known for longer than they are stored as rows. */
function isArchived(slo: Slo): boolean {
  return (
    slo.source.type === 'push' || slo.definition.indicator.form === 'slices'
  );
}
