import type { DoraService } from '@golden-path/backstage-plugin-dora-common';
import { z } from 'zod';
import {
  changeFailRateSchema,
  changeLeadTimeSchema,
  deploymentFrequencySchema,
  recoveryTimeSchema,
  reworkRateSchema,
  stageNameSchema,
} from './metricsSchema';

/** A service of a scope with its numbers. */
export const serviceSchema = z.object({
  entityRef: z.string(),
  ownerRef: z.string().nullable(),
  deploymentFrequency: deploymentFrequencySchema,
  changeLeadTime: changeLeadTimeSchema.extend({
    previousMedianSeconds: z.number().nullable(),
  }),
  changeFailRate: changeFailRateSchema,
  failedDeploymentRecoveryTime: recoveryTimeSchema,
  deploymentReworkRate: reworkRateSchema,
  bottleneck: z
    .object({ stage: stageNameSchema, share: z.number() })
    .nullable(),
  running: z.array(
    z.object({
      environment: z.string(),
      production: z.boolean(),
      version: z.string(),
      since: z.iso.datetime(),
    }),
  ),
}) satisfies z.ZodType<DoraService>;
