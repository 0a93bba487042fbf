import type { Band } from './Band';
import type { DataQualitySummary } from './DataQuality';
import type { StageName } from './StageName';

/**
 * Width of the points of a series.
 *
 * @public
 */
export type Granularity = 'day' | 'week' | 'month';

/**
 * A metric beside the same one over the period of equal length before, which has no `previous` of its own; null
 * where nothing was observed before.
 *
 * @public
 */
export type Compared<T> = T & { previous: T | null };

/**
 * Successful production deployments, without redeploys, promotions and configuration commits.
 *
 * @public
 */
export interface DeploymentFrequency {
  /** `n` divided by the exact days of the window, which begins at the first observation; null without one. */
  perDay: number | null;
  /** Seven times `perDay`. */
  perWeek: number | null;
  /** Median, over the complete ISO weeks of the window, of the days with a deployment; null without such a week. */
  medianDaysPerWeek: number | null;
  /** Deployments. */
  n: number;
  /** Where it stands among the clusters of the report; null where the year has none, or without enough data. */
  band: Band | null;
}

/**
 * From the first commit of a change to the first production deployment that contains it, in seconds.
 *
 * @public
 */
export interface ChangeLeadTime {
  /** Arithmetic mean; null without a value. */
  meanSeconds: number | null;
  /** Median; null without a value. */
  medianSeconds: number | null;
  /** 90th percentile, interpolated linearly between the two nearest ranks; null without a value. */
  p90Seconds: number | null;
  /** Shipped changes. */
  n: number;
  /** Where it stands among the clusters of the report; null where the year has none, or without enough data. */
  band: Band | null;
  /** Fixed steps; the last one is open. */
  histogram: { fromSeconds: number; toSeconds?: number; n: number }[];
}

/**
 * Failed deployments among the successful production deployments that are no rollbacks.
 *
 * @public
 */
export interface ChangeFailRate {
  /** `failed / n`; null where `n` is 0. */
  value: number | null;
  /** Failed deployments. */
  failed: number;
  /** Successful production deployments without rollbacks. */
  n: number;
  /** Where it stands among the clusters of the report; null where the year has none, or without enough data. */
  band: Band | null;
}

/**
 * From the end of a failed deployment to its recovery, in seconds.
 *
 * @public
 */
export interface FailedDeploymentRecoveryTime {
  /** Arithmetic mean; null without a value. */
  meanSeconds: number | null;
  /** Median; null without a value. */
  medianSeconds: number | null;
  /** Recoveries. */
  n: number;
  /** Failed deployments that have not recovered; they are in no average. */
  open: number;
  /** Where it stands among the clusters of the report; null where the year has none, or without enough data. */
  band: Band | null;
}

/**
 * Unplanned deployments among the successful production deployments.
 *
 * @public
 */
export interface DeploymentReworkRate {
  /** `rework / n`; null where `n` is 0. */
  value: number | null;
  /** Unplanned deployments. */
  rework: number;
  /** Successful production deployments. */
  n: number;
  /** Where it stands among the clusters of the report; null where the year has none, or without enough data. */
  band: Band | null;
}

/**
 * From the opening of a production incident to its resolution, in seconds (the seed's MTTR).
 *
 * @public
 */
export interface TimeToRestore {
  /** Arithmetic mean; null without a value. */
  meanSeconds: number | null;
  /** Median; null without a value. */
  medianSeconds: number | null;
  /** Resolved incidents. */
  n: number;
  /** Incidents that are not resolved. */
  open: number;
}

/**
 * One point of a series: the facts that lie in [from, to).
 *
 * @public
 */
export interface SeriesPoint {
  /** Beginning, RFC 3339. */
  from: string;
  /** End, RFC 3339; not in the window. */
  to: string;
  /** Deployments that count. */
  deployments: number;
  /** Median lead time of the shipped changes; null without any. */
  leadTimeMedianSeconds: number | null;
  /** Shipped changes. */
  changes: number;
  /** Failed deployments. */
  failed: number;
  /** Denominator of the change fail rate. */
  failable: number;
  /** Unplanned deployments. */
  rework: number;
  /** Median of the recoveries that ended here; null without any. */
  recoveryMedianSeconds: number | null;
  /** Recoveries that ended here. */
  recoveries: number;
}

/**
 * A stage of the way from first commit to production.
 *
 * @public
 */
export interface Stage {
  /** Which stage. */
  name: StageName;
  /** Median; null without a value. */
  medianSeconds: number | null;
  /** Arithmetic mean; null without a value. */
  meanSeconds: number | null;
  /** Fraction of the sum of all stages; null where no change has this stage. */
  share: number | null;
  /** The same of the period before; null where there is none. */
  previousShare: number | null;
  /** Shipped changes that have this stage. */
  n: number;
}

/**
 * The stage with the largest share of lead time.
 *
 * @public
 */
export interface Bottleneck {
  /** Which stage. */
  stage: StageName;
  /** Fraction of the sum of all stages. */
  share: number;
  /** The same of the period before; null where there is none. */
  previousShare: number | null;
  /** The five that wait longest, by their part of the stage's sum. */
  deployments: {
    id: string;
    entityRef: string;
    version: string;
    changes: number;
    medianSeconds: number;
    /** Fraction of the stage's sum. */
    share: number;
  }[];
}

/**
 * The answer of `GET /metrics`. Windows are half-open, `[from, to)`.
 *
 * @public
 */
export interface DoraMetrics {
  /** `all` or a full entity ref. */
  scope: string;
  /** Beginning, RFC 3339. */
  from: string;
  /** End, RFC 3339; not in the window. */
  to: string;
  /** IANA zone of days, weeks and months. */
  timeZone: string;
  /** Width of the points of the series. */
  granularity: Granularity;
  /** The scope's first observation; null where nothing was ever observed. */
  observedFrom: string | null;
  /** From here on histories are complete; set while a backfill runs. */
  completeFrom?: string;
  /** Some of the scope's events are made up or replayed. */
  demo: boolean;
  /** How often is deployed. */
  deploymentFrequency: Compared<DeploymentFrequency>;
  /** How long changes take to reach production. */
  changeLeadTime: Compared<ChangeLeadTime>;
  /** How often a deployment makes a recovery necessary. */
  changeFailRate: Compared<ChangeFailRate>;
  /** How long recoveries take. */
  failedDeploymentRecoveryTime: Compared<FailedDeploymentRecoveryTime>;
  /** How much of deploying is unplanned. */
  deploymentReworkRate: Compared<DeploymentReworkRate>;
  /** How long incidents last. */
  timeToRestore: Compared<TimeToRestore>;
  /** The 2025 quick check's score over the metrics that have a value, 0 to 10; null without any. */
  score: number | null;
  /** The period, point by point. */
  series: SeriesPoint[];
  /** The period before, point by point. */
  previousSeries: SeriesPoint[];
  /** Where lead time goes. */
  stages: Stage[];
  /** The stage that costs most; null without shipped changes. */
  bottleneck: Bottleneck | null;
  /** What makes the numbers less true than they look. */
  dataQuality: DataQualitySummary;
  /** The seed's name of `deploymentFrequency.perDay`. */
  deployment_frequency: number | null;
  /** The seed's name of the mean change lead time, in hours. */
  lead_time_hours: number | null;
}
