import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { organisation } from './metrics';

const HOUR = 3600;

/** A team with a bottleneck of its own, and fewer recoveries than make a value. */
export const team: DoraMetrics = {
  ...organisation,
  scope: 'group:default/publishing-team',
  failedDeploymentRecoveryTime: {
    meanSeconds: 2 * HOUR,
    medianSeconds: 2 * HOUR,
    n: 3,
    open: 1,
    band: null,
    previous: null,
  },
  deploymentReworkRate: {
    value: 4 / 102,
    rework: 4,
    n: 102,
    band: null,
    previous: { value: 6 / 138, rework: 6, n: 138, band: null },
  },
  bottleneck: {
    stage: 'coding',
    share: 0.792,
    previousShare: 0.9,
    deployments: [],
  },
};
