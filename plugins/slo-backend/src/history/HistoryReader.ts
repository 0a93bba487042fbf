import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Episode,
  SloHistory,
} from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import { toInstant, toSeconds } from '../database/instants';
import { MarkStore } from '../marks/MarkStore';
import { SeriesStore } from '../slos/SeriesStore';
import { windowSeconds } from '../slos/Slo';
import type { ReadStatus } from '../status/StatusReader';
import { applyGapPolicy } from '../tiles/applyGapPolicy';
import { PrefixSums } from '../tiles/prefixSums';
import { historySeconds } from '../tiles/tileLevels';
import { TileStore } from '../tiles/TileStore';
import { buildHistory } from './buildHistory';
import { findEpisodes } from './findEpisodes';

/** What happened up to so many seconds before an episode is named with it. */
const BEFORE_EPISODE_SECONDS = 7_200;

interface HistoryReaderOptions {
  knex: Knex;
  tiles: TileStore;
  series: SeriesStore;
  marks: MarkStore;
}

/** Reads what an SLO's budget went through. */
export class HistoryReader {
  readonly #options: HistoryReaderOptions;

  constructor(options: HistoryReaderOptions) {
    this.#options = options;
  }

  async history(
    read: ReadStatus,
    query: {
      from?: string;
      to?: string;
      points: number;
      mode: 'window' | 'rolling';
      generation?: number;
    },
  ): Promise<SloHistory> {
    const { knex, tiles, marks } = this.#options;
    const { slo } = read;
    const series = await this.#series(read, query.generation);
    const seconds = windowSeconds(slo);
    const to = series.watermark ?? toSeconds(new Date(read.status.window.to));
    const window = { from: to - seconds, to };
    const range = {
      from: query.from ? toSeconds(new Date(query.from)) : window.from,
      to: query.to ? toSeconds(new Date(query.to)) : window.to,
    };
    if (range.from >= range.to) {
      throw new InputError(
        `from: expected an instant before to (${toInstant(
          range.to,
        )}), got ${toInstant(range.from)}`,
      );
    }
    // Nothing older is kept, and no burn-down is longer.
    range.from = Math.max(range.from, range.to - historySeconds(seconds));
    const first = query.mode === 'rolling' ? range.from - seconds : range.from;
    const prefix = new PrefixSums(
      await tiles.read(knex, series.id, {
        from: Math.min(first, window.from),
        to: Math.max(range.to, window.to),
      }),
    );
    return {
      points: buildHistory({
        between: (from, until) =>
          applyGapPolicy(
            prefix.between(from, until),
            { from, to: until, firstStart: series.firstStart },
            slo.definition.gapPolicy,
          ),
        mode: query.mode,
        range,
        window,
        objective: slo.definition.objective,
        points: query.points,
      }),
      marks: await marks.list(knex, slo.entityRef, range),
    };
  }

  async episodes(read: ReadStatus): Promise<Episode[]> {
    const { knex, tiles, marks } = this.#options;
    const { slo, series, status } = read;
    const range = {
      from: toSeconds(new Date(status.window.from)),
      to: toSeconds(new Date(status.window.to)),
    };
    const found = findEpisodes({
      tiles: await tiles.read(knex, series.id, range),
      objective: slo.definition.objective,
      windowTotal: status.total,
    });
    const near = await marks.list(knex, slo.entityRef, {
      from: range.from - BEFORE_EPISODE_SECONDS,
      to: range.to,
    });
    return found.map(episode => ({
      ...episode,
      from: toInstant(episode.from),
      to: toInstant(episode.to),
      marks: near.filter(mark => {
        const at = Date.parse(mark.at) / 1_000;
        return (
          at < episode.to &&
          (mark.to
            ? Date.parse(mark.to) / 1_000 > episode.from
            : at >= episode.from - BEFORE_EPISODE_SECONDS)
        );
      }),
    }));
  }

  async #series(read: ReadStatus, generation: number | undefined) {
    if (generation === undefined || generation === read.series.generation) {
      return read.series;
    }
    const series = await this.#options.series.get(this.#options.knex, {
      id: read.slo.id,
      generation,
    });
    if (!series) {
      throw new NotFoundError(
        `SLO '${read.slo.name}' of '${read.slo.entityRef}' has no generation ${generation}`,
      );
    }
    return series;
  }
}
