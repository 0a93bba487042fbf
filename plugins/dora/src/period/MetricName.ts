import type { CountedMetric } from '@golden-path/backstage-plugin-dora-common';

/** The five metrics in the order of their tiles. */
export const METRIC_NAMES = [
  'deploymentFrequency',
  'changeLeadTime',
  'changeFailRate',
  'failedDeploymentRecoveryTime',
  'deploymentReworkRate',
] as const satisfies readonly CountedMetric[];

/** One of the five metrics. */
export type MetricName = (typeof METRIC_NAMES)[number];
