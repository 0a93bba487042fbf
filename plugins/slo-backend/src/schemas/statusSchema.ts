import type {
  EntityBudget,
  SloDetail,
  SloList,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { z } from 'zod';
import {
  definitionSchema,
  policyThresholdSchema,
  problemSchema,
  windowSchema,
} from './definitionSchema';

export const dataStateSchema = z.enum([
  'empty',
  'backfilling',
  'stale',
  'partial',
  'no-traffic',
  'ok',
]);

const amount = z.number().nullable();
const instant = z.string().describe('RFC 3339, UTC');

const dataSchema = z.object({
  state: dataStateSchema,
  frozen: z.boolean(),
  coverage: z.number(),
  loaded: z.number().optional(),
  watermark: instant.nullable(),
  source: z.object({
    type: z.string(),
    name: z.string().nullable(),
    demo: z.boolean().optional(),
  }),
  generationSince: instant,
  previousGeneration: z
    .object({ generation: z.number(), until: instant, consumed: amount })
    .optional(),
  gaps: z.array(z.object({ from: instant, to: instant })),
  anomalies: z.number(),
  tileSeconds: z.number().nullable(),
  notifiedAt: instant.optional(),
  sourceError: z.object({ message: z.string(), since: instant }).optional(),
});

export const statusSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  ownerRef: z.string().nullable(),
  systemRef: z.string().nullable(),
  name: z.string(),
  description: z.string().optional(),
  objective: z.number(),
  objectiveDefaulted: z.boolean(),
  indicator: z.object({
    form: z.enum(['ratio', 'latency', 'slices']),
    thresholdSeconds: z.number().optional(),
    subject: z.string().optional(),
    sliceSeconds: z.number().optional(),
    op: z.enum(['lt', 'lte', 'gt', 'gte']).optional(),
    value: z.number().optional(),
  }),
  window: z.intersection(
    windowSchema,
    z.object({ from: instant, to: instant }),
  ),
  sli: amount,
  good: z.number(),
  total: z.number(),
  budget: z.object({
    consumed: amount,
    remaining: amount,
    remainingSeconds: amount,
    remainingEvents: amount,
  }),
  sparkline: z.array(amount),
  burnRates: z.array(z.object({ seconds: z.number(), value: amount })),
  alerts: z.array(
    z.object({
      severity: z.enum(['page', 'ticket']),
      longSeconds: z.number(),
      shortSeconds: z.number(),
      factor: z.number(),
      longBurn: amount,
      shortBurn: amount,
      firing: z.boolean(),
      since: instant.optional(),
    }),
  ),
  policy: z.object({
    thresholds: z.array(policyThresholdSchema),
    active: policyThresholdSchema.extend({ since: instant }).nullable(),
    inherited: z.boolean(),
  }),
  data: dataSchema,
  forecast: z
    .object({
      kind: z.enum(['exhausts', 'recovers', 'stable']),
      at: instant.optional(),
    })
    .nullable(),
  document: z.object({
    file: z.string(),
    url: z.string().optional(),
    revision: z.string().optional(),
    readAt: instant,
  }),
  problems: z.array(problemSchema),
}) satisfies z.ZodType<SloStatus>;

export const detailSchema = statusSchema.extend({
  definition: definitionSchema,
}) satisfies z.ZodType<SloDetail>;

export const listSchema = z.object({
  items: z.array(statusSchema),
  nextCursor: z.string().optional(),
  totals: z.object({
    byState: z.record(dataStateSchema, z.number()),
    byEffect: z.record(
      z.enum(['none', 'notify', 'review', 'freeze']),
      z.number(),
    ),
    firing: z.number(),
  }),
}) satisfies z.ZodType<SloList>;

export const entityBudgetSchema = z.object({
  slos: z.array(statusSchema),
  reason: z.enum(['no-annotation', 'no-match', 'all-broken']).nullable(),
  problems: z.array(problemSchema),
  annotation: z.string().optional(),
  lookedIn: z.string().optional(),
}) satisfies z.ZodType<EntityBudget>;
