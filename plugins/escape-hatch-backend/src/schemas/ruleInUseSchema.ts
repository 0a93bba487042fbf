import type { RuleInUse } from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';

const stages = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    approvers: z.array(z.string()),
    fallback: z.array(z.string()),
  }),
);

/** A rule with how often it is left now. */
export const ruleInUseSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  waivable: z.boolean(),
  maxDays: z.int(),
  aliases: z.array(z.string()),
  stages: z.object({ low: stages, medium: stages, high: stages }),
  policies: z.object({
    gatekeeper: z.array(z.string()),
    kyverno: z.array(
      z.object({ policy: z.string(), rules: z.array(z.string()) }),
    ),
  }),
  vulnerabilities: z.boolean(),
  inUse: z.object({ active: z.int(), owners: z.int() }),
}) satisfies z.ZodType<RuleInUse>;
