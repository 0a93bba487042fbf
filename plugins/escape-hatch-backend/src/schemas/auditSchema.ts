import type {
  AuditEntry,
  AuditVerification,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';
import { statusSchema, transitionSchema } from './requestSchema';

/** A row of the audit trail. */
export const auditEntrySchema = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  requestId: z.string(),
  action: transitionSchema,
  actor: z.string(),
  from: statusSchema.nullable(),
  to: statusSchema,
  version: z.int(),
  details: z.record(z.string(), z.unknown()),
  prevHash: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<AuditEntry>;

/** Whether the trail is what was written. */
export const auditVerificationSchema = z.object({
  valid: z.boolean(),
  rows: z.int(),
  head: z.string(),
  firstBroken: z
    .object({
      seq: z.int(),
      requestId: z.string().optional(),
      reason: z.string(),
    })
    .optional(),
}) satisfies z.ZodType<AuditVerification>;
