import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { quiet } from './quiet';

/** A service that no source has ever told of. */
export const nothing: DoraMetrics = {
  ...quiet,
  observedFrom: null,
  demo: false,
  deploymentFrequency: {
    ...quiet.deploymentFrequency,
    perDay: null,
    perWeek: null,
    n: 0,
    band: null,
  },
  changeLeadTime: {
    ...quiet.changeLeadTime,
    meanSeconds: null,
    medianSeconds: null,
    p90Seconds: null,
    n: 0,
  },
  series: [],
  stages: [],
  bottleneck: null,
  dataQuality: { warnings: 0, infos: 0, findings: [] },
};
