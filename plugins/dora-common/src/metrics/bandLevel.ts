import type { BandLevel, ReportYear } from '../api/Band';
import type { ScoredMetric } from '../api/Score';
import { clusters } from './clusters';

/**
 * The level of a value among the clusters of a report: the best one whose limit the value meets, else `low`. So where
 * a year's clusters overlap or are out of order, as those of 2021 and 2024 for the change fail rate, a value never
 * loses by being better.
 *
 * @param value - times in seconds, deployments per day, rates as fractions; null for unknown
 * @returns null for an unknown value, for a year without clusters (2025) and for the rework rate, which has none
 * @public
 */
export function bandLevel(options: {
  metric: ScoredMetric;
  value: number | null;
  reportYear: ReportYear;
}): BandLevel | null {
  const { metric, value, reportYear } = options;
  if (value === null || reportYear === 2025 || metric === 'reworkRate') {
    return null;
  }
  // A frequency is compared by the time from one deployment to the next: 1.0 a day is a day.
  const compared = metric === 'deploymentFrequency' ? 86_400 / value : value;
  const met = clusters[reportYear][metric].find(({ limit, exclusive }) =>
    exclusive ? compared < limit : compared <= limit,
  );
  return met?.level ?? 'low';
}
