import type { BandLevel, ReportYear } from './Band';

/**
 * Values of a service's or team's metrics; what is unknown is null or left out.
 *
 * @public
 */
export interface ScoreQuery {
  /** Change lead time in seconds. */
  leadTime?: number | null;
  /** Deployments per day. */
  deploymentFrequency?: number | null;
  /** Failed deployment recovery time in seconds. */
  recoveryTime?: number | null;
  /** Fraction of 1. */
  changeFailRate?: number | null;
  /** Fraction of 1. */
  reworkRate?: number | null;
  /** Year of the report whose levels and metrics count. */
  reportYear: ReportYear;
}

/**
 * Metrics that bands and the score know, by their names in `POST /score`.
 *
 * @public
 */
export type ScoredMetric = Exclude<keyof ScoreQuery, 'reportYear'>;

/**
 * The answer of `POST /score`.
 *
 * @public
 */
export interface Score {
  /** Levels of the report year; null where the year has none for the metric, or the metric is unknown. */
  bands: Record<ScoredMetric, BandLevel | null>;
  /** 0 to 10, the mean over the metrics that are known; null where none is. */
  score: number | null;
}
