import { quantile } from './quantile';

/**
 * Mean, median and p90 of durations in seconds; null for an empty sample, never 0.
 *
 * @public
 */
export interface DurationSummary {
  n: number;
  meanSeconds: number | null;
  medianSeconds: number | null;
  p90Seconds: number | null;
}

/**
 * Summarises durations, in whatever order they come: the result does not depend on it, because the sum is one of
 * whole milliseconds.
 *
 * @param seconds - sorted in place
 * @public
 */
export function summarizeSeconds(seconds: Float64Array): DurationSummary {
  const n = seconds.length;
  seconds.sort();
  return {
    n,
    meanSeconds: n === 0 ? null : sumSeconds(seconds) / n,
    medianSeconds: quantile(seconds, 0.5),
    p90Seconds: quantile(seconds, 0.9),
  };
}

/**
 * The sum of durations in seconds, exact to the millisecond up to 285,000 years.
 *
 * @public
 */
export function sumSeconds(seconds: ArrayLike<number>): number {
  let milliseconds = 0;
  for (let index = 0; index < seconds.length; index++) {
    milliseconds += Math.round(seconds[index] * 1_000);
  }
  return milliseconds / 1_000;
}
