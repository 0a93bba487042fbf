import {
  computeBudget,
  PolicyThreshold,
} from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import { activeStep } from '../policy/activeStep';
import { PolicyChangeStore } from '../policy/PolicyChangeStore';
import { PolicyStep, replayPolicy } from '../policy/replayPolicy';
import { SeriesStore } from '../slos/SeriesStore';
import { Series, Slo, windowSeconds } from '../slos/Slo';
import { SloStore } from '../slos/SloStore';
import { applyGapPolicy } from '../tiles/applyGapPolicy';
import { PrefixSums } from '../tiles/prefixSums';
import { noSums, subtractSums, Sums } from '../tiles/Tile';
import { TileStore } from '../tiles/TileStore';
import { computeStatus, statusInstants } from './computeStatus';
import { drawSparkline, sparklineInstants } from './drawSparkline';
import { StatusStore } from './StatusStore';
import { staleAfterSeconds, StoredStatus } from './StoredStatus';

/** Gaps that are shown. */
const SHOWN_GAPS = 5;

/** Up to so many instants are judged by index seeks; for more, all tiles of the window are read once. */
const FEW_INSTANTS = 8;

/**
 * Brings what is computed from tiles up to date: the stored status and the policy's history. Called in the
 * transaction that changed tiles or definition, so that neither is ever seen without the other.
 */
export class StatusRefresher {
  readonly #stores: {
    tiles: TileStore;
    slos: SloStore;
    series: SeriesStore;
    statuses: StatusStore;
    policyChanges: PolicyChangeStore;
  };
  readonly #defaultPolicy: PolicyThreshold[];

  constructor(options: {
    tiles: TileStore;
    slos: SloStore;
    series: SeriesStore;
    statuses: StatusStore;
    policyChanges: PolicyChangeStore;
    defaultPolicy: PolicyThreshold[];
  }) {
    this.#stores = options;
    this.#defaultPolicy = options.defaultPolicy;
  }

  /** The document's policy, or the configured one where it has none. */
  policyOf(slo: Slo): { thresholds: PolicyThreshold[]; inherited: boolean } {
    const inherited = slo.definition.policy.length === 0;
    return {
      inherited,
      thresholds: inherited ? this.#defaultPolicy : slo.definition.policy,
    };
  }

  /**
   * @param options - `redrawn`: tiles other than the newest changed; `now`: seconds since the epoch
   * @returns what the policy began or ceased to ask for
   */
  async refresh(
    tx: Knex.Transaction,
    options: { slo: Slo; series: Series; redrawn: boolean; now: number },
  ): Promise<PolicyStep[]> {
    const { slo, series, redrawn, now } = options;
    const { objective } = slo.definition;
    const seconds = windowSeconds(slo);
    const before = (await this.#stores.statuses.get(tx, [slo.id])).get(slo.id);
    const to = series.watermark ?? series.since;
    const staleAfter =
      series.watermark &&
      series.watermark + staleAfterSeconds(series.tileSeconds ?? 0);
    const isStale = staleAfter !== null && now > staleAfter;

    const instants = statusInstants({ to, windowSeconds: seconds, objective });
    const sparkline = sparklineInstants(to, seconds);
    const drawn =
      !redrawn && before?.status.sparkline.to === sparkline.at(-1)
        ? before?.status.sparkline
        : undefined;
    const prefixes = await this.#stores.tiles.prefixesAt(tx, series.id, [
      ...instants,
      ...(drawn ? [] : sparkline),
    ]);
    const { state, ...computed } = computeStatus({
      to,
      windowSeconds: seconds,
      objective,
      series,
      isStale,
      prefixes,
      previousAlerts: before?.status.alerts ?? [],
      partialSince: before?.status.partialSince ?? null,
      gapPolicy: slo.definition.gapPolicy,
    });
    const status: StoredStatus = {
      ...computed,
      sparkline:
        drawn ??
        drawSparkline({
          ...computed,
          instants: sparkline,
          prefixes,
          objective,
          gaps: {
            firstStart: series.firstStart,
            policy: slo.definition.gapPolicy,
          },
        }),
      gaps:
        computed.coverage < 1 && series.firstStart !== null
          ? await this.#stores.tiles.gaps(tx, series.id, {
              from: Math.max(computed.window.from, series.firstStart),
              to,
              limit: SHOWN_GAPS,
            })
          : [],
    };

    const steps =
      state === 'backfilling' || isStale || series.watermark === null
        ? []
        : await this.#judge(tx, { slo, series, to });
    await this.#stores.statuses.save(tx, slo.id, {
      status,
      state,
      remaining: computeBudget({
        sums: computed.sums,
        objective,
        windowSeconds: seconds,
      }).remaining,
      staleAfter,
      effect:
        activeStep(this.policyOf(slo).thresholds, slo.latched)?.effect ?? null,
    });
    return steps;
  }

  async #judge(
    tx: Knex.Transaction,
    options: { slo: Slo; series: Series; to: number },
  ): Promise<PolicyStep[]> {
    const { slo, series, to } = options;
    const seconds = windowSeconds(slo);
    const judgedTo = series.judgedTo ?? firstJudgement(series) ?? to;
    const fresh = await this.#stores.tiles.read(tx, series.id, {
      from: judgedTo,
      to,
    });
    const instants = fresh.length > 0 ? fresh.map(tile => tile.end) : [to];
    const policy = this.policyOf(slo).thresholds;
    const former = slo.latched
      .map(({ threshold }) => threshold)
      .filter(held => !policy.some(({ threshold }) => threshold === held));
    const { latched, steps } = replayPolicy({
      instants,
      sumsUntil: await this.#windowSums(tx, slo, series, instants),
      policy,
      latched: slo.latched,
      former:
        former.length > 0
          ? await this.#stores.policyChanges.steps(tx, slo.id, former)
          : [],
      objective: slo.definition.objective,
      windowSeconds: seconds,
    });
    slo.latched = latched;
    series.judgedTo = to;
    await this.#stores.series.save(tx, series);
    await this.#stores.slos.setLatched(tx, slo.id, latched);
    await this.#stores.policyChanges.add(tx, slo.id, steps);
    return steps;
  }

  async #windowSums(
    tx: Knex.Transaction,
    slo: Slo,
    series: Series,
    instants: number[],
  ): Promise<(instant: number) => Sums> {
    const seconds = windowSeconds(slo);
    const withGaps = (sums: Sums, to: number) =>
      applyGapPolicy(
        sums,
        { from: to - seconds, to, firstStart: series.firstStart },
        slo.definition.gapPolicy,
      );
    if (instants.length > FEW_INSTANTS) {
      const prefix = new PrefixSums(
        await this.#stores.tiles.read(tx, series.id, {
          from: instants[0] - seconds,
          to: instants.at(-1)!,
        }),
      );
      return instant =>
        withGaps(prefix.between(instant - seconds, instant), instant);
    }
    const prefixes = await this.#stores.tiles.prefixesAt(
      tx,
      series.id,
      instants.flatMap(instant => [instant - seconds, instant]),
    );
    return instant =>
      withGaps(
        subtractSums(
          prefixes.get(instant) ?? noSums,
          prefixes.get(instant - seconds) ?? noSums,
        ),
        instant,
      );
  }
}

/** What an earlier query was judged by stays history, although the source may know the new one's past as well. */
function firstJudgement({ generation, since, firstStart }: Series) {
  return generation > 1 && firstStart !== null
    ? Math.max(since, firstStart)
    : firstStart;
}
