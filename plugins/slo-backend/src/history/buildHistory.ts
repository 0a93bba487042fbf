import type { HistoryPoint } from '@golden-path/backstage-plugin-slo-common';
import { toInstant } from '../database/instants';
import { PrefixSums } from '../tiles/prefixSums';

/**
 * The burn-down of an SLO.
 *
 * In mode `window` the budget is that of the present window, total × (1 − objective), and each point says how much
 * of it was lost from the window's beginning up to there: the line ends at the status' consumed fraction. In mode
 * `rolling` each point is the consumed fraction of the window that ended there.
 */
export function buildHistory(options: {
  prefix: PrefixSums;
  mode: 'window' | 'rolling';
  /** Instants in seconds since the epoch. */
  range: { from: number; to: number };
  window: { from: number; to: number };
  objective: number;
  points: number;
}): HistoryPoint[] {
  const { prefix, mode, range, window, objective, points } = options;
  const windowSeconds = window.to - window.from;
  const windowBudget =
    prefix.between(window.from, window.to).total * (1 - objective);

  const consumedAt = (at: number): number | null => {
    if (mode === 'rolling') {
      const sums = prefix.between(at - windowSeconds, at);
      return sums.total > 0
        ? (sums.total - sums.good) / sums.total / (1 - objective)
        : null;
    }
    const sums = prefix.between(window.from, at);
    const isKnown =
      at >= window.from &&
      at <= window.to &&
      windowBudget > 0 &&
      (sums.covered > 0 || at === window.from);
    return isKnown ? (sums.total - sums.good) / windowBudget : null;
  };

  const step = (range.to - range.from) / (points - 1);
  return Array.from({ length: points }, (_, index) => {
    const at = Math.round(range.from + index * step);
    const before =
      index === 0 ? at : Math.round(range.from + (index - 1) * step);
    const sums = prefix.between(before, at);
    return {
      at: toInstant(at),
      good: sums.good,
      total: sums.total,
      sli: sums.total > 0 ? sums.good / sums.total : null,
      consumed: consumedAt(at),
      ideal: mode === 'rolling' ? 1 : (at - window.from) / windowSeconds,
      coverage: at > before ? sums.covered / (at - before) : 0,
    };
  });
}
