import type {
  Problem,
  SloDefinition,
} from '@golden-path/backstage-plugin-slo-common';
import { z } from 'zod';

export const policyThresholdSchema = z.object({
  threshold: z.number(),
  action: z.string(),
  effect: z.enum(['notify', 'review', 'freeze']),
});

export const windowSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rolling'), seconds: z.number() }),
  z.object({
    type: z.literal('calendar'),
    unit: z.enum(['day', 'week', 'month', 'quarter', 'year']),
    count: z.number(),
    timeZone: z.string(),
    start: z.string().optional(),
  }),
]);

const indicatorBase = {
  inferred: z.boolean(),
  warnings: z.array(z.string()),
  rangeSeconds: z.number().optional(),
};

const indicatorSchema = z.discriminatedUnion('form', [
  z.object({
    ...indicatorBase,
    form: z.literal('ratio'),
    good: z.string().optional(),
    bad: z.string().optional(),
    total: z.string(),
  }),
  z.object({
    ...indicatorBase,
    form: z.literal('latency'),
    good: z.string(),
    total: z.string(),
    thresholdSeconds: z.number(),
    buckets: z.string().optional(),
  }),
  z.object({
    ...indicatorBase,
    form: z.literal('slices'),
    query: z.string(),
    op: z.enum(['lt', 'lte', 'gt', 'gte']),
    value: z.number(),
    selector: z.string().optional(),
  }),
]);

export const definitionSchema = z.object({
  format: z.enum(['golden-path', 'openslo', 'sloth', 'pyrra']),
  service: z.string(),
  name: z.string(),
  owner: z.string().optional(),
  description: z.string().optional(),
  objective: z.number(),
  objectiveDefaulted: z.boolean().optional(),
  window: windowSchema,
  method: z.enum(['occurrences', 'timeslices', 'ratio-timeslices']),
  sliceSeconds: z.number().optional(),
  sliceTarget: z.number().optional(),
  indicator: indicatorSchema,
  policy: z.array(policyThresholdSchema),
  gapPolicy: z.enum(['gap', 'good', 'bad']),
  source: z.string().optional(),
  agreedWith: z.array(z.string()).optional(),
  location: z.object({
    file: z.string(),
    line: z.number(),
    indicatorLine: z.number().optional(),
    policyLines: z.object({ from: z.number(), to: z.number() }).optional(),
  }),
}) satisfies z.ZodType<SloDefinition>;

export const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  line: z.number(),
  column: z.number(),
  path: z.string(),
  message: z.string(),
}) satisfies z.ZodType<Problem>;
