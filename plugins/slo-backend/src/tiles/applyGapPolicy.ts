import type { GapPolicy } from '@golden-path/backstage-plugin-slo-common';
import type { Sums } from './Tile';

/**
 * What a stretch of time adds up to when its gaps count as good or bad: time that was not measured counts as much
 * as measured time does on average. For time slices that is exactly one slice per slice. Time before the first
 * tile is no gap.
 */
export function applyGapPolicy(
  sums: Sums,
  stretch: { from: number; to: number; firstStart: number | null },
  policy: GapPolicy,
): Sums {
  const { from, to, firstStart } = stretch;
  const missing = to - Math.max(from, firstStart ?? from) - sums.covered;
  if (policy === 'gap' || sums.covered <= 0 || missing <= 0) {
    return sums;
  }
  const unseen = (sums.total * missing) / sums.covered;
  return {
    ...sums,
    total: sums.total + unseen,
    good: sums.good + (policy === 'good' ? unseen : 0),
  };
}
