import type { PolicyEffect } from '../definition/PolicyThreshold';

/** @public */
export interface HistoryPoint {
  at: string;
  /** Since the point before. */
  good: number;
  /** Since the point before. */
  total: number;
  /** good / total; null without traffic or data. */
  sli: number | null;
  /** Fraction of the budget that is used at this instant; null where nothing is known. */
  consumed: number | null;
  /** Fraction that an even pace would have used. */
  ideal: number;
  /** Measured fraction of the time since the point before. */
  coverage: number;
}

/** @public */
export interface HistoryMark {
  at: string;
  to?: string;
  kind:
    | 'deployment'
    | 'failed-deployment'
    | 'rollback'
    | 'incident'
    | 'exclusion';
  title: string;
  url?: string;
}

/** @public */
export interface SloHistory {
  points: HistoryPoint[];
  marks: HistoryMark[];
}

/** @public */
export interface PolicyChange {
  at: string;
  threshold: number;
  action: string;
  effect: PolicyEffect;
  /** True when the action began to hold, false when it ceased. */
  entered: boolean;
  /** Consumed fraction at that instant. */
  consumed: number;
}

/**
 * A time during which the budget was lost faster than at an even pace.
 *
 * @public
 */
export interface Episode {
  from: string;
  to: string;
  bad: number;
  total: number;
  /** Fraction of the window's budget that it cost. */
  budget: number;
  /** What happened at the same time, from two hours before; no proof of cause. */
  marks: HistoryMark[];
}

/** @public */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}
