import type { SliProvider } from '@golden-path/backstage-plugin-slo-node';
import type { Knex } from 'knex';
import { SeriesStore } from '../slos/SeriesStore';
import { Series, Slo, windowSeconds } from '../slos/Slo';
import { historySeconds } from '../tiles/tileLevels';
import type { Collected } from './CollectionRecorder';
import { newestStretch } from './planCollection';
import { SourceError } from './SourceError';
import { subjectOf } from './subjectOf';

/** Passes without a tile after which the source's scrape interval is measured again. */
const EMPTY_PASSES = 3;

/** Finds out what has to be known before SLOs can be collected: their tiles' width and how far back the source goes. */
export class SeriesPreparer {
  readonly #knex: Knex;
  readonly #series: SeriesStore;

  constructor(options: { knex: Knex; series: SeriesStore }) {
    this.#knex = options.knex;
    this.#series = options.series;
  }

  /** SLOs with their series, as they are now; those that have another query by now are left out. */
  async present(slos: Slo[]): Promise<Collected[]> {
    const present = await this.#series.present(
      this.#knex,
      slos.map(slo => slo.id),
    );
    return slos.flatMap(slo => {
      const series = present.get(slo.id);
      return series && series.generation === slo.generation
        ? [{ slo, series }]
        : [];
    });
  }

  /** @returns the SLOs, as they are then */
  async prepare(options: {
    provider: SliProvider;
    slos: Slo[];
    signal: AbortSignal;
    now: number;
  }): Promise<Collected[]> {
    const { slos } = options;
    const unmeasured = (await this.present(slos)).filter(isToBeMeasured);
    if (unmeasured.length > 0) {
      await this.#findWidths(unmeasured, options);
    }
    const fresh = (await this.present(slos)).filter(
      ({ series }) => series.tileSeconds !== null && series.sourceFrom === null,
    );
    if (fresh.length > 0) {
      await this.#findOldest(fresh, options);
    }
    return this.present(slos);
  }

  async #findWidths(
    unmeasured: Collected[],
    options: { provider: SliProvider; signal: AbortSignal; now: number },
  ): Promise<void> {
    const { provider, signal, now } = options;
    const widths = await SourceError.from(
      provider.tileSeconds({
        subjects: unmeasured.map(({ slo }) => subjectOf(slo)),
        signal,
      }),
    );
    for (const { slo } of unmeasured) {
      const tileSeconds = widths.get(slo.id);
      if (tileSeconds !== undefined) {
        await this.#change(slo, now, series => ({
          ...series,
          tileSeconds,
          emptyPasses: 0,
        }));
      }
    }
  }

  async #findOldest(
    fresh: Collected[],
    options: { provider: SliProvider; signal: AbortSignal; now: number },
  ): Promise<void> {
    const { provider, signal, now } = options;
    const oldestKept = ({ slo }: Pick<Collected, 'slo'>) =>
      now - historySeconds(windowSeconds(slo));
    const oldest = await SourceError.from(
      provider.oldest({
        subjects: fresh.map(({ slo }) => subjectOf(slo)),
        from: Math.min(...fresh.map(oldestKept)),
        to: now,
        signal,
      }),
    );
    for (const { slo } of fresh) {
      await this.#change(slo, now, series => {
        const { from } = newestStretch(series, series.tileSeconds!, now);
        return {
          ...series,
          loadedFrom: from,
          sourceFrom: Math.max(oldest.get(slo.id) ?? from, oldestKept({ slo })),
        };
      });
    }
  }

  /** From the locked series, since others write it as well. */
  async #change(
    slo: Slo,
    now: number,
    change: (series: Series) => Series,
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      const locked = await this.#series.lock(tx, slo, now);
      await this.#series.save(tx, change(locked));
    });
  }
}

/** Whether the width of tiles is unknown, or one at which the source has nothing. */
function isToBeMeasured({ slo, series }: Collected): boolean {
  if (series.tileSeconds === null) {
    return true;
  }
  // The verdict on a slice holds for its length; slices of several lengths could not be added up.
  const isFixed =
    slo.definition.indicator.form === 'slices' && series.firstStart !== null;
  return series.emptyPasses >= EMPTY_PASSES && !isFixed;
}
