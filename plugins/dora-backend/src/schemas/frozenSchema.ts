import { metricsSchema } from './metricsSchema';

/** Numbers of a period as they were frozen. */
export const frozenMetricsSchema = metricsSchema.pick({
  from: true,
  to: true,
  deploymentFrequency: true,
  changeLeadTime: true,
  changeFailRate: true,
  failedDeploymentRecoveryTime: true,
  deploymentReworkRate: true,
  timeToRestore: true,
  stages: true,
});

/** Bottleneck of a period as it was frozen. */
export const frozenBottleneckSchema = metricsSchema.shape.bottleneck;
