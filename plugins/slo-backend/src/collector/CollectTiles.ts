import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { SliProvider } from '@golden-path/backstage-plugin-slo-node';
import type { Knex } from 'knex';
import { toSeconds } from '../database/instants';
import { SeriesStore } from '../slos/SeriesStore';
import { Series, Slo, windowSeconds } from '../slos/Slo';
import { SloStore } from '../slos/SloStore';
import { historySeconds } from '../tiles/tileLevels';
import { CollectionRecorder, Collected } from './CollectionRecorder';
import { newestStretch, nextChunk, Stretch } from './planCollection';

/** Passes without a tile after which the source's scrape interval is measured again. */
const EMPTY_PASSES = 3;

/** Tiles of one request to a source: what is held in memory, and lost when a pass is cut short. */
const MAX_TILES = 200_000;

/** Time of one pass that goes into history, so that the newest tiles never wait long for it. */
const HISTORY_MS = 40_000;

/**
 * Task: asks the sources for the tiles that are missing, the newest first for all SLOs, then history, newest
 * first, as long as the pass lasts. What it has got is recorded chunk by chunk, so that it can be killed anywhere.
 */
export class CollectTiles {
  readonly #options: {
    knex: Knex;
    providers: SliProvider[];
    slos: SloStore;
    series: SeriesStore;
    recorder: CollectionRecorder;
    logger: LoggerService;
  };

  constructor(options: {
    knex: Knex;
    providers: SliProvider[];
    slos: SloStore;
    series: SeriesStore;
    recorder: CollectionRecorder;
    logger: LoggerService;
  }) {
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
    const { recorder, logger } = this.#options;
    try {
      const ready = await this.#prepare(provider, slos, signal, now);
      await this.#measure(provider, signal, now, ready, (series, tileSeconds) =>
        newestStretch(series, tileSeconds, now),
      );
      const deadline = Date.now() + HISTORY_MS;
      while (!signal.aborted && Date.now() < deadline) {
        const rest = (await this.#present(slos)).filter(
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
      // The source as a whole: the last good numbers stay, and the next pass tries again.
      const message = isError(error) ? error.message : String(error);
      logger.warn(
        `SLIs of '${provider.name}' could not be measured: ${message}`,
      );
      await recorder.noteFailure(await this.#present(slos), message, now);
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
        const results = await provider.measure({
          ...stretch,
          tileSeconds,
          signal,
          subjects: some.map(subjectOf),
        });
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

  /** Makes series that are new, and finds out their tile width and how far back the source goes. */
  async #prepare(
    provider: SliProvider,
    slos: Slo[],
    signal: AbortSignal,
    now: number,
  ): Promise<Collected[]> {
    const { knex, series } = this.#options;
    const present = await series.present(
      knex,
      slos.map(slo => slo.id),
    );
    const unmeasured = slos.filter(slo =>
      isToBeMeasured(slo, present.get(slo.id)),
    );
    if (unmeasured.length > 0) {
      const widths = await provider.tileSeconds({
        subjects: unmeasured.map(slo => subjectOf({ slo })),
        signal,
      });
      await this.#setWidths(unmeasured, widths, now);
    }
    const fresh = (await this.#present(slos)).filter(
      one => one.series.tileSeconds !== null && one.series.sourceFrom === null,
    );
    if (fresh.length > 0) {
      await this.#findOldest(provider, fresh, signal, now);
    }
    return this.#present(slos);
  }

  async #setWidths(
    slos: Slo[],
    widths: Map<string, number>,
    now: number,
  ): Promise<void> {
    const { knex, series } = this.#options;
    for (const slo of slos) {
      const tileSeconds = widths.get(slo.id);
      if (tileSeconds !== undefined) {
        await knex.transaction(async tx => {
          const locked = await series.lock(tx, slo, now);
          await series.save(tx, { ...locked, tileSeconds, emptyPasses: 0 });
        });
      }
    }
  }

  async #findOldest(
    provider: SliProvider,
    fresh: Collected[],
    signal: AbortSignal,
    now: number,
  ): Promise<void> {
    const { knex, series } = this.#options;
    const longest = Math.max(
      ...fresh.map(({ slo }) => historySeconds(windowSeconds(slo))),
    );
    const oldest = await provider.oldest({
      subjects: fresh.map(subjectOf),
      from: now - longest,
      to: now,
      signal,
    });
    for (const { slo } of fresh) {
      await knex.transaction(async tx => {
        const locked = await series.lock(tx, slo, now);
        const { from } = newestStretch(locked, locked.tileSeconds!, now);
        await series.save(tx, {
          ...locked,
          loadedFrom: from,
          sourceFrom: Math.max(
            oldest.get(slo.id) ?? from,
            now - historySeconds(windowSeconds(slo)),
          ),
        });
      });
    }
  }

  async #present(slos: Slo[]): Promise<Collected[]> {
    const present = await this.#options.series.present(
      this.#options.knex,
      slos.map(slo => slo.id),
    );
    return slos.flatMap(slo => {
      const series = present.get(slo.id);
      return series && series.generation === slo.generation
        ? [{ slo, series }]
        : [];
    });
  }
}

/** Whether the width of tiles is unknown, or one at which the source has nothing. */
function isToBeMeasured(slo: Slo, series: Series | undefined): boolean {
  if (!series || series.tileSeconds === null) {
    return true;
  }
  // The verdict on a slice holds for its length; slices of several lengths could not be added up.
  const isFixed =
    slo.definition.indicator.form === 'slices' && series.firstStart !== null;
  return series.emptyPasses >= EMPTY_PASSES && !isFixed;
}

function subjectOf({ slo }: { slo: Slo }) {
  return { key: slo.id, indicator: slo.definition.indicator };
}
