import type {
  Episode,
  PolicyChange,
  SloHistory,
} from '@golden-path/backstage-plugin-slo-common';
import { z } from 'zod';

const instant = z.string().describe('RFC 3339, UTC');

const markSchema = z.object({
  at: instant,
  to: instant.optional(),
  kind: z.enum([
    'deployment',
    'failed-deployment',
    'rollback',
    'incident',
    'exclusion',
  ]),
  title: z.string(),
  url: z.string().optional(),
});

export const historySchema = z.object({
  points: z.array(
    z.object({
      at: instant,
      good: z.number(),
      total: z.number(),
      sli: z.number().nullable(),
      consumed: z.number().nullable(),
      ideal: z.number(),
      coverage: z.number(),
    }),
  ),
  marks: z.array(markSchema),
}) satisfies z.ZodType<SloHistory>;

export const policyChangeSchema = z.object({
  at: instant,
  threshold: z.number(),
  action: z.string(),
  effect: z.enum(['notify', 'review', 'freeze']),
  entered: z.boolean(),
  consumed: z.number(),
}) satisfies z.ZodType<PolicyChange>;

export const episodeSchema = z.object({
  from: instant,
  to: instant,
  bad: z.number(),
  total: z.number(),
  budget: z.number(),
  marks: z.array(markSchema),
}) satisfies z.ZodType<Episode>;
