import { quantile } from './quantile';
import { selectRank } from './selectRank';
import { sumSeconds } from './sumSeconds';

/**
 * Mean, median and p90 of durations in seconds; null for an empty sample, never 0.
 *
 * @public
 */
export interface DurationSummary {
  /** Values. */
  n: number;
  /** Arithmetic mean; null without a value. */
  meanSeconds: number | null;
  /** Median; null without a value. */
  medianSeconds: number | null;
  /** 90th percentile, interpolated linearly between the two nearest ranks; null without a value. */
  p90Seconds: number | null;
}

/**
 * Summarises durations, in whatever order they come: the result does not depend on it, because the sum is one of
 * whole milliseconds.
 *
 * @param seconds - reordered
 * @public
 */
export function summarizeSeconds(seconds: Float64Array): DurationSummary {
  const n = seconds.length;
  return {
    n,
    meanSeconds: n === 0 ? null : sumSeconds(seconds) / n,
    medianSeconds: quantileOf(seconds, 0.5),
    p90Seconds: quantileOf(seconds, 0.9),
  };
}

/** As `quantile` for a sorted sample, in linear time. */
function quantileOf(values: Float64Array, q: number): number | null {
  if (values.length === 0) {
    return null;
  }
  const rank = Math.floor((values.length - 1) * q);
  const neighbours = [selectRank(values, rank)];
  // What is behind the rank is not smaller; the least of it is next.
  let next = Infinity;
  for (let index = rank + 1; index < values.length; index++) {
    next = Math.min(next, values[index]);
  }
  if (next < Infinity) {
    neighbours.push(next);
  }
  const part = (values.length - 1) * q - rank;
  return quantile(neighbours, part);
}
