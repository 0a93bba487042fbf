import type { RangeSeries } from '../client/prometheusAnswer';

/** Complete PromQL expressions of one subject, by the role that their values play. */
export interface KeyedQuestion {
  /** Letters, digits, `-` and `_`. */
  key: string;
  expressions: Record<string, string>;
}

export interface KeyedAnswer {
  /** Series by role, over all the time that was asked for. */
  series: Record<string, RangeSeries[]>;
  /** Why the server may have left out data. */
  warnings: string[];
  /** Why this question has no answer. */
  error?: string;
}
