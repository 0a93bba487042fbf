import {
  allowedFraction,
  burnRate,
  HistoryPoint,
} from '@golden-path/backstage-plugin-slo-common';
import { toInstant } from '../database/instants';
import type { Sums } from '../tiles/Tile';

/**
 * The burn-down of an SLO.
 *
 * In mode `window` the budget is that of the present window, total × (1 − objective), and each point says how much
 * of it was lost from the window's beginning up to there: the line ends at the status' consumed fraction. In mode
 * `rolling` each point is the consumed fraction of the window that ended there.
 */
export function buildHistory(options: {
  /** Sums between two instants. */
  between: (from: number, to: number) => Sums;
  mode: 'window' | 'rolling';
  /** Instants in seconds since the epoch. */
  range: { from: number; to: number };
  window: { from: number; to: number };
  objective: number;
  points: number;
}): HistoryPoint[] {
  const { between, mode, range, window, objective, points } = options;
  const windowSeconds = window.to - window.from;
  const windowBudget =
    between(window.from, window.to).total * allowedFraction(objective);

  const consumedAt = (at: number): number | null => {
    if (mode === 'rolling') {
      // Over a whole window the burn rate is the consumed fraction.
      return burnRate(between(at - windowSeconds, at), objective);
    }
    const sums = between(window.from, at);
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
    const sums = between(before, at);
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
