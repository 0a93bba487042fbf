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
  affects: (CountedMetric | 'timeToRestore')[];
  /** How many things it is about. */
  n: number;
  /** Of how many. */
  of?: number;
  title: string;
  message: string;
  fix: string;
}

/**
 * Findings in short, as part of the metrics.
 *
 * @public
 */
export interface DataQualitySummary {
  warnings: number;
  infos: number;
  findings: DataQualityFinding[];
}

/**
 * An event that did not count for a metric.
 *
 * @public
 */
export interface ExcludedEvent {
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
  metric: CountedMetric | 'all';
  /** One sentence. */
  reason: string;
  /** Groups reasons, such as `redeploy`. */
  code: string;
}
