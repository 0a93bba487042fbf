import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { organisation } from './metrics';

const HOUR = 3600;

/** A service with three changes and nothing that failed, and nothing known of the time before. */
export const quiet: DoraMetrics = {
  ...organisation,
  scope: 'component:default/publishing-api',
  deploymentFrequency: {
    perDay: 7 / 28,
    perWeek: 7 / 4,
    medianDaysPerWeek: 1,
    n: 7,
    band: { level: 'high', reportYear: 2024 },
    previous: null,
  },
  changeLeadTime: {
    ...organisation.changeLeadTime,
    n: 3,
    band: null,
    previous: null,
  },
  changeFailRate: {
    value: 0,
    failed: 0,
    n: 7,
    band: { level: 'elite', reportYear: 2024 },
    previous: null,
  },
  failedDeploymentRecoveryTime: {
    meanSeconds: null,
    medianSeconds: null,
    n: 0,
    open: 0,
    band: null,
    previous: null,
  },
  deploymentReworkRate: {
    value: 0,
    rework: 0,
    n: 7,
    band: null,
    previous: null,
  },
  series: organisation.series.map((point, i) => ({
    ...point,
    deployments: i % 4 === 0 ? 1 : 0,
    failed: 0,
    failable: i % 4 === 0 ? 1 : 0,
    rework: 0,
    changes: i % 10 === 0 ? 1 : 0,
    leadTimeMedianSeconds: i % 10 === 0 ? HOUR * (i + 4) : null,
    recoveries: 0,
    recoveryMedianSeconds: null,
  })),
  previousSeries: [],
};
