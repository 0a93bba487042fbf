import { entityRefSchema } from '@golden-path/backstage-http-api';
import type {
  Evaluation,
  EvaluationQuery,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';
import { askedTargetSchema, environmentSchema } from './targetSchema';

/** What is asked of `POST /evaluate`. */
export const evaluationQuerySchema = z.strictObject({
  entityRef: entityRefSchema,
  environment: environmentSchema.optional(),
  rules: z.array(z.string().min(1).max(63)).min(1).max(100),
  target: askedTargetSchema.optional(),
}) satisfies z.ZodType<EvaluationQuery>;

/** What it answers. */
export const evaluationSchema = z.object({
  at: z.iso.datetime(),
  results: z.array(
    z.object({
      rule: z.string(),
      result: z.enum(['required', 'exempt']),
      hatch: z.string().optional(),
      number: z.int().optional(),
      expiresAt: z.iso.datetime().optional(),
      daysLeft: z.int().optional(),
    }),
  ),
}) satisfies z.ZodType<Evaluation>;
