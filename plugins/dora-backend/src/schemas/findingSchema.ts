import type { DataQualityFinding } from '@golden-path/backstage-plugin-dora-common';
import { z } from 'zod';

export const countedMetricSchema = z.enum([
  'deploymentFrequency',
  'changeLeadTime',
  'changeFailRate',
  'failedDeploymentRecoveryTime',
  'deploymentReworkRate',
]);

/** Something that makes a number less true than it looks. */
export const findingSchema = z.object({
  id: z.string(),
  severity: z.enum(['warning', 'info']),
  affects: z.array(z.enum([...countedMetricSchema.options, 'timeToRestore'])),
  n: z.number().int().nonnegative(),
  of: z.number().int().nonnegative().optional(),
  title: z.string(),
  message: z.string(),
  fix: z.string(),
}) satisfies z.ZodType<DataQualityFinding>;
