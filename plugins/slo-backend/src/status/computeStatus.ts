import {
  burnAlertRules,
  burnRate,
  GapPolicy,
  SliSums,
} from '@golden-path/backstage-plugin-slo-common';
import type { Series } from '../slos/Slo';
import { applyGapPolicy } from '../tiles/applyGapPolicy';
import { subtractSums, Sums } from '../tiles/Tile';
import type { AlertState, StoredStatus, TileState } from './StoredStatus';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Windows of the burn rates that are shown. */
const BURN_SECONDS = [HOUR, 6 * HOUR, DAY, 3 * DAY];

/** Share of a window that must be measured, for its numbers to be complete or its alert to be judged. */
const ENOUGH_COVERAGE = 0.9;

/** The instants whose cumulative sums {@link computeStatus} needs. */
export function statusInstants(options: {
  to: number;
  windowSeconds: number;
  objective: number;
}): number[] {
  const { to, windowSeconds, objective } = options;
  const alertSeconds = burnAlertRules({ objective, windowSeconds }).flatMap(
    rule => [rule.longSeconds, rule.shortSeconds],
  );
  return [0, windowSeconds, ...BURN_SECONDS, ...alertSeconds].map(
    seconds => to - seconds,
  );
}

/**
 * The state of an SLO at its watermark.
 *
 * @param prefixes - cumulative sums at the {@link statusInstants}
 */
export function computeStatus(options: {
  to: number;
  windowSeconds: number;
  objective: number;
  series: Series;
  /** Whether the newest tile is too old for alerts to be judged by. */
  isStale: boolean;
  prefixes: Map<number, Sums>;
  previousAlerts: AlertState[];
  partialSince: number | null;
  gapPolicy: GapPolicy;
}): Omit<StoredStatus, 'sparkline' | 'gaps'> & { state: TileState } {
  const { to, windowSeconds, objective, series, isStale, prefixes } = options;
  const over = (seconds: number) =>
    applyGapPolicy(
      subtractSums(prefixes.get(to)!, prefixes.get(to - seconds)!),
      { from: to - seconds, to, firstStart: series.firstStart },
      options.gapPolicy,
    );

  const from = to - windowSeconds;
  const sums = over(windowSeconds);
  const measurable = to - Math.max(from, series.firstStart ?? from);
  const coverage = measurable > 0 ? sums.covered / measurable : 0;
  const loaded = loadedFraction(series, { from, to });
  const state = stateOf({ sums, coverage, loaded });
  return {
    state,
    window: { from, to },
    sums,
    coverage,
    partialSince: state === 'partial' ? options.partialSince ?? to : null,
    loaded,
    burnRates: BURN_SECONDS.filter(seconds => seconds <= windowSeconds).map(
      seconds => ({ seconds, value: burnRate(over(seconds), objective) }),
    ),
    alerts:
      state === 'empty' || state === 'backfilling' || isStale
        ? options.previousAlerts
        : alertStates({ ...options, over }),
  };
}

function alertStates(options: {
  to: number;
  windowSeconds: number;
  objective: number;
  previousAlerts: AlertState[];
  over: (seconds: number) => Sums;
}): AlertState[] {
  const { to, objective, previousAlerts, over } = options;
  return burnAlertRules(options).map(
    ({ longSeconds, shortSeconds, factor }) => {
      const long = over(longSeconds);
      const short = over(shortSeconds);
      const longBurn = burnRate(long, objective);
      const shortBurn = burnRate(short, objective);
      const firing =
        exceeds(long, longSeconds, longBurn, factor) &&
        exceeds(short, shortSeconds, shortBurn, factor);
      const before = previousAlerts.find(
        alert => alert.longSeconds === longSeconds,
      );
      const since = firing ? before?.since ?? to : null;
      return { longSeconds, longBurn, shortBurn, firing, since };
    },
  );
}

function exceeds(
  sums: Sums & SliSums,
  seconds: number,
  burn: number | null,
  factor: number,
): boolean {
  return (
    burn !== null && burn > factor && sums.covered >= ENOUGH_COVERAGE * seconds
  );
}

/** Null once the source holds nothing of the window that was not asked for. */
function loadedFraction(
  series: Series,
  window: { from: number; to: number },
): number | null {
  const { loadedFrom, sourceFrom } = series;
  if (loadedFrom === null) {
    return null;
  }
  const wantedFrom = Math.max(window.from, sourceFrom ?? window.from);
  if (loadedFrom <= wantedFrom) {
    return null;
  }
  return Math.max(0, (window.to - loadedFrom) / (window.to - wantedFrom));
}

function stateOf(options: {
  sums: Sums;
  coverage: number;
  loaded: number | null;
}): TileState {
  if (options.sums.covered === 0) {
    return 'empty';
  }
  if (options.loaded !== null) {
    return 'backfilling';
  }
  if (options.coverage < ENOUGH_COVERAGE) {
    return 'partial';
  }
  return options.sums.total > 0 ? 'ok' : 'no-traffic';
}
