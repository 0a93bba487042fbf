import { allowedFraction } from './allowedFraction';
import type { SliSums } from './computeBudget';

/**
 * How many times faster than at an even pace the budget is used: (bad / total) / (1 − objective). At 1 it lasts
 * exactly one SLO window. Site Reliability Workbook, chapter 5. Null without traffic.
 *
 * @param sums - of the time that the rate is wanted for
 * @param objective - fraction of good events or slices that is promised
 *
 * @public
 */
export function burnRate(sums: SliSums, objective: number): number | null {
  if (!(sums.total > 0)) {
    return null;
  }
  return (sums.total - sums.good) / sums.total / allowedFraction(objective);
}
