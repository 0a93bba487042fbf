import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { MeasureResult } from '@golden-path/backstage-plugin-slo-node';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import type { PolicyAnnouncer } from '../policy/PolicyAnnouncer';
import { SeriesStore } from '../slos/SeriesStore';
import type { Series, Slo } from '../slos/Slo';
import { TileRecorder } from '../tiles/TileRecorder';
import type { Stretch } from './planCollection';

/** An SLO that a source is asked for, with its present series. */
export interface Collected {
  slo: Slo;
  series: Series;
}

/** SLOs recorded at the same time; each takes a database connection. */
const CONCURRENCY = 4;

interface CollectionRecorderOptions {
  knex: Knex;
  recorder: TileRecorder;
  series: SeriesStore;
  announcer: PolicyAnnouncer;
  logger: LoggerService;
}

/** Records what a source answered, one SLO per transaction. */
export class CollectionRecorder {
  readonly #options: CollectionRecorderOptions;

  constructor(options: CollectionRecorderOptions) {
    this.#options = options;
  }

  async record(options: {
    members: Collected[];
    results: MeasureResult[];
    stretch: Stretch;
    now: number;
  }): Promise<void> {
    const { members, stretch, now } = options;
    const results = new Map(
      options.results.map(result => [result.key, result]),
    );
    const limit = pLimit(CONCURRENCY);
    await Promise.all(
      members.map(({ slo }) =>
        limit(() => this.#recordOne(slo, results.get(slo.id), stretch, now)),
      ),
    );
  }

  /** The source as a whole failed: says so on every SLO that it does not say it of yet. */
  async noteFailure(
    members: Collected[],
    message: string,
    now: number,
  ): Promise<void> {
    const news = members.filter(
      ({ series }) => series.sourceError?.message !== message,
    );
    const { knex, series: store } = this.#options;
    // One by one: a statement for all would lock them in any order, and others lock several in an order of theirs.
    for (const { series } of news) {
      await store.setSourceError(knex, series.id, { message, since: now });
    }
  }

  async #recordOne(
    slo: Slo,
    result: MeasureResult | undefined,
    stretch: Stretch,
    now: number,
  ): Promise<void> {
    const { recorder, announcer, logger } = this.#options;
    try {
      const recording = await recorder.record({
        sloId: slo.id,
        generation: slo.generation,
        now,
        prepare: series => ({
          series: afterAnswer(series, result, stretch, now),
          tiles: result?.tiles ?? [],
        }),
      });
      if (recording) {
        await announcer.announce([recording], now);
      }
    } catch (error) {
      logger.error(
        `Tiles of SLO '${slo.name}' of '${slo.entityRef}' could not be recorded`,
        isError(error) ? error : undefined,
      );
    }
  }
}

/** What an answer says of the series, beside its tiles. */
function afterAnswer(
  series: Series,
  result: MeasureResult | undefined,
  stretch: Stretch,
  now: number,
): Series {
  if (result?.error !== undefined) {
    const isSame = series.sourceError?.message === result.error;
    return {
      ...series,
      sourceError: isSame
        ? series.sourceError
        : { message: result.error, since: now },
    };
  }
  const isHistory =
    series.loadedFrom !== null && stretch.to <= series.loadedFrom;
  return {
    ...series,
    sourceError: null,
    sourceWarnings: result?.warnings ?? [],
    ...(isHistory
      ? { loadedFrom: Math.min(series.loadedFrom!, stretch.from) }
      : {
          askedTo: Math.max(series.askedTo ?? 0, stretch.to),
          emptyPasses: emptyPasses(series, result, stretch),
        }),
  };
}

/** How many times a tile was due and none came; older ones, which are asked for again, tell nothing of that. */
function emptyPasses(
  series: Series,
  result: MeasureResult | undefined,
  stretch: Stretch,
): number {
  const newest = result?.tiles.at(-1);
  if (newest && newest.start >= (series.watermark ?? 0)) {
    return 0;
  }
  const isDue = stretch.to > (series.askedTo ?? 0);
  return isDue ? series.emptyPasses + 1 : series.emptyPasses;
}
