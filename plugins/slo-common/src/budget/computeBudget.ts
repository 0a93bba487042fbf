import { allowedFraction } from './allowedFraction';

/**
 * Good and total of some stretch of time, in events or slices.
 *
 * @public
 */
export interface SliSums {
  /** Good ones. */
  good: number;
  /** All, good and bad. */
  total: number;
}

/**
 * What became of an error budget.
 *
 * @public
 */
export interface Budget {
  /** good / total; null without traffic or data. */
  sli: number | null;
  /** (bad / total) / (1 − objective), unclamped: 1.2 is overspent by a fifth; null without traffic or data. */
  consumed: number | null;
  /** 1 − consumed: negative when overspent; null without traffic or data. */
  remaining: number | null;
  /** Seconds of full outage left: what remains of window × (1 − objective). */
  remainingSeconds: number | null;
  /** Failures left at the traffic of the window: what remains of total × (1 − objective). */
  remainingEvents: number | null;
}

/**
 * The error budget of a window, by the definitions of the Site Reliability Workbook, chapter 2: the budget is
 * the share 1 − objective of all events, and is never clamped. Without traffic nothing is known: all null.
 *
 * @public
 */
export function computeBudget(options: {
  sums: SliSums;
  /** Fraction of good events or slices that is promised. */
  objective: number;
  /** Length of the SLO's window. */
  windowSeconds: number;
}): Budget {
  const { sums, objective, windowSeconds } = options;
  if (!(sums.total > 0)) {
    return {
      sli: null,
      consumed: null,
      remaining: null,
      remainingSeconds: null,
      remainingEvents: null,
    };
  }
  const allowed = allowedFraction(objective);
  const consumed = (sums.total - sums.good) / sums.total / allowed;
  const remaining = 1 - consumed;
  return {
    sli: sums.good / sums.total,
    consumed,
    remaining,
    remainingSeconds: remaining * windowSeconds * allowed,
    remainingEvents: remaining * sums.total * allowed,
  };
}
