import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { z } from 'zod';
import { findingSchema } from './findingSchema';

const count = z.number().int().nonnegative();
const value = z.number().nullable();
const instant = z.iso.datetime();

export const bandSchema = z
  .object({
    level: z.enum(['elite', 'high', 'medium', 'low']),
    reportYear: z.number().int(),
  })
  .nullable();

export const stageNameSchema = z.enum([
  'coding',
  'pickup',
  'review',
  'integration',
  'promotion',
  'rollout',
]);

export const deploymentFrequencySchema = z.object({
  perDay: value,
  perWeek: value,
  medianDaysPerWeek: value,
  n: count,
  band: bandSchema,
});

export const changeLeadTimeSchema = z.object({
  meanSeconds: value,
  medianSeconds: value,
  p90Seconds: value,
  n: count,
  band: bandSchema,
  histogram: z.array(
    z.object({
      fromSeconds: count,
      toSeconds: count.optional(),
      n: count,
    }),
  ),
});

export const changeFailRateSchema = z.object({
  value,
  failed: count,
  n: count,
  band: bandSchema,
});

export const recoveryTimeSchema = z.object({
  meanSeconds: value,
  medianSeconds: value,
  n: count,
  open: count,
  band: bandSchema,
});

export const reworkRateSchema = z.object({
  value,
  rework: count,
  n: count,
  band: bandSchema,
});

const timeToRestoreSchema = recoveryTimeSchema.omit({ band: true });

const seriesSchema = z.array(
  z.object({
    from: instant,
    to: instant,
    deployments: count,
    leadTimeMedianSeconds: value,
    changes: count,
    failed: count,
    failable: count,
    rework: count,
    recoveryMedianSeconds: value,
    recoveries: count,
  }),
);

/** A metric beside itself over the period before. */
function compared<T extends z.ZodRawShape>(schema: z.ZodObject<T>) {
  return schema.extend({ previous: schema.nullable() });
}

/** What GET /metrics answers. */
export const metricsSchema = z.object({
  scope: z.string(),
  from: instant,
  to: instant,
  timeZone: z.string(),
  granularity: z.enum(['day', 'week', 'month']),
  observedFrom: instant.nullable(),
  completeFrom: instant.optional(),
  demo: z.boolean(),
  deploymentFrequency: compared(deploymentFrequencySchema),
  changeLeadTime: compared(changeLeadTimeSchema),
  changeFailRate: compared(changeFailRateSchema),
  failedDeploymentRecoveryTime: compared(recoveryTimeSchema),
  deploymentReworkRate: compared(reworkRateSchema),
  timeToRestore: compared(timeToRestoreSchema),
  score: value,
  series: seriesSchema,
  previousSeries: seriesSchema,
  stages: z.array(
    z.object({
      name: stageNameSchema,
      medianSeconds: value,
      meanSeconds: value,
      share: value,
      previousShare: value,
      n: count,
    }),
  ),
  bottleneck: z
    .object({
      stage: stageNameSchema,
      share: z.number(),
      previousShare: value,
      deployments: z.array(
        z.object({
          id: z.string(),
          entityRef: z.string(),
          version: z.string(),
          changes: count,
          medianSeconds: z.number(),
          share: z.number(),
        }),
      ),
    })
    .nullable(),
  dataQuality: z.object({
    warnings: count,
    infos: count,
    findings: z.array(findingSchema),
  }),
  deployment_frequency: value,
  lead_time_hours: value,
}) satisfies z.ZodType<DoraMetrics>;
