import { LoggerService } from '@backstage/backend-plugin-api';
import type { SliProvider } from '@golden-path/backstage-plugin-slo-node';
import type { Knex } from 'knex';
import { toSeconds } from '../database/instants';
import type { Series, Slo } from '../slos/Slo';
import { SloStore } from '../slos/SloStore';
import { CollectionRecorder, Collected } from './CollectionRecorder';
import { newestStretch, nextChunk, Stretch } from './planCollection';
import { SeriesPreparer } from './SeriesPreparer';
import { SourceError } from './SourceError';
import { subjectOf } from './subjectOf';

/** Tiles of one request to a source: what is held in memory, and lost when a pass is cut short. */
const MAX_TILES = 200_000;

/** Time of one pass that goes into history, so that the newest tiles never wait long for it. */
const HISTORY_MS = 40_000;

interface CollectTilesOptions {
  knex: Knex;
  providers: SliProvider[];
  slos: SloStore;
  preparer: SeriesPreparer;
  recorder: CollectionRecorder;
  logger: LoggerService;
}

/**
 * Task: asks the sources for the tiles that are missing, the newest first for all SLOs, then history, newest
 * first, as long as the pass lasts. What it has got is recorded chunk by chunk, so that it can be killed anywhere.
 */
export class CollectTiles {
  readonly #options: CollectTilesOptions;

  constructor(options: CollectTilesOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal, now: () => Date = () => new Date()) {
    const { providers, knex, slos } = this.#options;
    const all = await slos.find(knex, { collected: true });
    await Promise.all(
      providers.map(provider =>
        this.#collect(
          provider,
          all.filter(slo => slo.source.name === provider.name),
          signal,
          toSeconds(now()),
        ),
      ),
    );
  }

  async #collect(
    provider: SliProvider,
    slos: Slo[],
    signal: AbortSignal,
    now: number,
  ): Promise<void> {
    const { recorder, preparer, logger } = this.#options;
    try {
      const ready = await preparer.prepare({ provider, slos, signal, now });
      await this.#measure(provider, signal, now, ready, (series, tileSeconds) =>
        newestStretch(series, tileSeconds, now),
      );
      const deadline = Date.now() + HISTORY_MS;
      while (!signal.aborted && Date.now() < deadline) {
        const rest = (await preparer.present(slos)).filter(
          ({ series }) => series.sourceError === null,
        );
        const isMore = await this.#measure(
          provider,
          signal,
          now,
          rest,
          nextChunk,
        );
        if (!isMore) {
          return;
        }
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (!(error instanceof SourceError)) {
        throw error;
      }
      // The last good numbers stay, and the next pass tries again.
      logger.warn(
        `SLIs of '${provider.name}' could not be measured: ${error.message}`,
      );
      await recorder.noteFailure(
        await preparer.present(slos),
        error.message,
        now,
      );
    }
  }

  /** Measures one stretch of each SLO that has one; false when none has. */
  async #measure(
    provider: SliProvider,
    signal: AbortSignal,
    now: number,
    ready: Collected[],
    plan: (series: Series, tileSeconds: number) => Stretch | undefined,
  ): Promise<boolean> {
    const groups = new Map<
      string,
      { stretch: Stretch; tileSeconds: number; members: Collected[] }
    >();
    for (const member of ready) {
      const { tileSeconds } = member.series;
      const stretch = tileSeconds && plan(member.series, tileSeconds);
      if (stretch && tileSeconds) {
        const key = [tileSeconds, stretch.from, stretch.to].join();
        const group = groups.get(key) ?? { stretch, tileSeconds, members: [] };
        group.members.push(member);
        groups.set(key, group);
      }
    }
    for (const { stretch, tileSeconds, members } of groups.values()) {
      const tilesEach = (stretch.to - stretch.from) / tileSeconds;
      const size = Math.max(1, Math.floor(MAX_TILES / tilesEach));
      for (let start = 0; start < members.length; start += size) {
        const some = members.slice(start, start + size);
        const results = await SourceError.from(
          provider.measure({
            ...stretch,
            tileSeconds,
            signal,
            subjects: some.map(({ slo }) => subjectOf(slo)),
          }),
        );
        await this.#options.recorder.record({
          members: some,
          results,
          stretch,
          now,
        });
      }
    }
    return groups.size > 0;
  }
}
