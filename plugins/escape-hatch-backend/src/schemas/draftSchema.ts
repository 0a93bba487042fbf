import { entityRefSchema } from '@golden-path/backstage-http-api';
import type {
  EscapeHatchDraft,
  EscapeHatchEdit,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';
import { commentSchema, versionSchema } from './decisionSchema';
import { mandatoryText } from './plainText';
import { targetSchema } from './targetSchema';

const TEXT = 10_000;

/** Id or alias of a rule. */
export const ruleSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'expected the id of a rule such as privileged-container',
  );

/** Beyond, ms, days after it would have years of five digits, which RFC 3339 does not know. */
const END_OF_TIME = Date.UTC(9000, 0, 1);

/** An instant, or a day. */
export const timeSchema = z
  .union(
    [z.iso.datetime({ offset: true }), z.iso.date()],
    'expected an instant such as 2026-11-30T12:00:00Z or a day such as 2026-11-30',
  )
  .refine(
    text => Date.parse(text) < END_OF_TIME,
    'expected a time before the year 9000',
  );

const content = {
  rules: z.array(ruleSchema).min(1).max(10),
  justification: mandatoryText(TEXT),
  riskAssessment: mandatoryText(TEXT),
  mitigations: mandatoryText(TEXT),
  riskLevel: z.enum(['low', 'medium', 'high']),
  category: z.enum(['waiver', 'mitigated']),
  expiresAt: timeSchema,
};

/** What POST /requests and POST /preview take. */
export const draftSchema = z.strictObject({
  entityRef: entityRefSchema,
  ...content,
  startsAt: timeSchema.optional(),
  target: targetSchema.optional(),
  submit: z.boolean().optional(),
}) satisfies z.ZodType<EscapeHatchDraft>;

/** What PATCH /requests/{id} takes. */
export const editSchema = z
  .strictObject({
    ...z.object(content).partial().shape,
    startsAt: timeSchema.nullable().optional(),
    target: targetSchema.nullable().optional(),
    expectedVersion: versionSchema,
    comment: commentSchema,
  })
  .transform(edit =>
    // A target that names nothing is none.
    'target' in edit ? { ...edit, target: edit.target ?? null } : edit,
  )
  .refine(
    ({ expectedVersion, comment, ...fields }) => Object.keys(fields).length > 0,
    'expected at least one field that changes',
  ) satisfies z.ZodType<EscapeHatchEdit>;
