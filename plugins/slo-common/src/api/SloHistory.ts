import type { PolicyEffect } from '../definition/PolicyThreshold';

/**
 * One point of a burn-down.
 *
 * @public
 */
export interface HistoryPoint {
  /** RFC 3339. */
  at: string;
  /** Good events, or slices, since the point before. */
  good: number;
  /** All events, or slices, since the point before. */
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

/**
 * Something that happened to the service and is shown beside its burn-down.
 *
 * @public
 */
export interface HistoryMark {
  /** Instant, or beginning, RFC 3339. */
  at: string;
  /** End, RFC 3339; absent for what has no duration, or has not ended. */
  to?: string;
  /** What happened; an `exclusion` is a time that does not count. */
  kind:
    | 'deployment'
    | 'failed-deployment'
    | 'rollback'
    | 'incident'
    | 'exclusion';
  /** One line for people. */
  title: string;
  /** Where more about it stands. */
  url?: string;
}

/**
 * The burn-down of an SLO.
 *
 * @public
 */
export interface SloHistory {
  /** At even steps, oldest first. */
  points: HistoryPoint[];
  /** Those that touch the same stretch of time, oldest first. */
  marks: HistoryMark[];
}

/**
 * A step of an error budget policy that began or ceased to hold.
 *
 * @public
 */
export interface PolicyChange {
  /** RFC 3339. */
  at: string;
  /** The step's threshold: a consumed fraction of the budget. */
  threshold: number;
  /** The demand, as the policy words it. */
  action: string;
  /** What the demand amounts to. */
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
  /** Beginning, RFC 3339. */
  from: string;
  /** End, RFC 3339. */
  to: string;
  /** Bad events, or slices. */
  bad: number;
  /** All events, or slices. */
  total: number;
  /** Fraction of the window's budget that it cost. */
  budget: number;
  /** What happened at the same time, from two hours before; no proof of cause. */
  marks: HistoryMark[];
}

/**
 * One page of a list.
 *
 * @public
 */
export interface Page<T> {
  /** Items of this page. */
  items: T[];
  /** Cursor of the next page; absent on the last one. */
  nextCursor?: string;
}
