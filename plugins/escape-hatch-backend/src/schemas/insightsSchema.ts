import type { Insights } from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';

const instant = z.iso.datetime();

/** Demand per rule, and what can be closed. */
export const insightsSchema = z.object({
  from: instant,
  to: instant,
  timeZone: z.string(),
  servicesTotal: z.int(),
  rules: z.array(
    z.object({
      rule: z.string(),
      title: z.string(),
      requests: z.int(),
      active: z.int(),
      owners: z.array(z.string()),
      services: z.array(z.string()),
      numbers: z.array(z.int()),
      signal: z.literal('golden-path-needs-updating').nullable(),
      teamsBelow: z.int(),
      issueUrl: z.string().optional(),
    }),
  ),
  unused: z.array(z.string()),
  notNeeded: z.array(z.string()),
  closable: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      entityRef: z.string(),
      rules: z.array(z.string()),
      reason: z.enum(['unused', 'not-needed']),
      since: instant,
    }),
  ),
  issues: z.boolean(),
}) satisfies z.ZodType<Insights>;
