import type {
  Score,
  ScoreQuery,
} from '@golden-path/backstage-plugin-dora-common';
import { z } from 'zod';

const amount = z.number().nonnegative().nullable().optional();
const fraction = z.number().min(0).max(1).nullable().optional();
const level = z.enum(['elite', 'high', 'medium', 'low']).nullable();

/** What POST /score takes. */
export const scoreQuerySchema = z.strictObject({
  leadTime: amount.describe('Seconds'),
  deploymentFrequency: amount.describe('Deployments per day'),
  recoveryTime: amount.describe('Seconds'),
  changeFailRate: fraction,
  reworkRate: fraction,
  reportYear: z.union(
    [2021, 2022, 2023, 2024, 2025].map(year => z.literal(year)),
    'expected a report year from 2021 to 2025',
  ) as z.ZodType<ScoreQuery['reportYear'], ScoreQuery['reportYear']>,
}) satisfies z.ZodType<ScoreQuery>;

/** What POST /score answers. */
export const scoreSchema = z.object({
  bands: z.object({
    leadTime: level,
    deploymentFrequency: level,
    recoveryTime: level,
    changeFailRate: level,
    reworkRate: level,
  }),
  score: z.number().nullable(),
}) satisfies z.ZodType<Score>;
