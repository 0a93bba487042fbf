import type { CountedMetric } from './Deployment';

/**
 * Something that makes a number less true than it looks, with what to do about it.
 *
 * @public
 */
export interface DataQualityFinding {
  /** Kind of finding, such as `opening-unknown`. */
  id: string;
  /** A `warning` changes a number; an `info` does not. */
  severity: 'warning' | 'info';
  /** Metrics that are less true than they look. */
  affects: (CountedMetric | 'timeToRestore')[];
  /** How many things it is about. */
  n: number;
  /** Of how many. */
  of?: number;
  /** What was found, in a few words. */
  title: string;
  /** What it does to the numbers. */
  message: string;
  /** What to do about it. */
  fix: string;
}

/**
 * Findings in short, as part of the metrics.
 *
 * @public
 */
export interface DataQualitySummary {
  /** Findings that change a number. */
  warnings: number;
  /** Findings that change none. */
  infos: number;
  /** The findings, those that change a number first. */
  findings: DataQualityFinding[];
}

/**
 * An event that did not count for a metric.
 *
 * @public
 */
export interface ExcludedEvent {
  /** What was reported. */
  event: {
    source: string;
    type: string;
    subject: string;
    environment: string | null;
    version: string | null;
    at: string;
    url?: string;
    deploymentId?: string;
  };
  /** Metric that it does not count for. */
  metric: CountedMetric | 'all';
  /** One sentence. */
  reason: string;
  /** Groups reasons, such as `redeploy`. */
  code: string;
}
