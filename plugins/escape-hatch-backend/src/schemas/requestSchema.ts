import type {
  EscapeHatchRequest,
  RequestContent,
  RequestVersion,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';
import { requestActions } from './requestActions';

const instant = z.iso.datetime();
const ref = z.string();

export const statusSchema = z.enum([
  'draft',
  'submitted',
  'changes_requested',
  'approved',
  'rejected',
  'withdrawn',
  'lapsed',
  'revoked',
  'superseded',
]);

export const phaseSchema = z.enum([
  ...statusSchema.exclude(['approved']).options,
  'scheduled',
  'active',
  'expired',
]);

/** What the audit trail may say. */
export const transitionSchema = z.enum([
  ...requestActions.filter(action => action !== 'renew'),
  'create',
  'lapse',
  'supersede',
  'entity-removed',
  'owner-changed',
]);

const content = {
  rules: z.array(z.string()),
  justification: z.string(),
  riskAssessment: z.string(),
  mitigations: z.string(),
  riskLevel: z.enum(['low', 'medium', 'high']),
  category: z.enum(['waiver', 'mitigated']),
  startsAt: instant.optional(),
  expiresAt: instant,
  target: z
    .object({
      cluster: z.string(),
      namespace: z.string(),
      kind: z.string(),
      name: z.string(),
      environments: z.array(z.string()),
      vulnerabilities: z.array(z.string()),
    })
    .partial()
    .optional(),
};
const contentSchema = z.object(content) satisfies z.ZodType<RequestContent>;

export const stageSchema = z.object({
  id: z.string(),
  title: z.string(),
  approvers: z.array(ref),
  resolvedFrom: z.array(ref),
  fallback: z.boolean(),
  decision: z
    .object({
      by: ref,
      at: instant,
      outcome: z.literal('approved'),
      comment: z.string().optional(),
      resolvedFrom: z.array(ref),
      reason: z.string(),
    })
    .optional(),
  candidates: z
    .array(z.object({ ref, eligible: z.boolean(), reason: z.string() }))
    .optional(),
});

const numbered = z.object({ id: z.string(), number: z.int() });

/** A request as the API gives it. */
export const requestSchema = z.object({
  ...content,
  id: z.string(),
  number: z.int(),
  version: z.int(),
  status: statusSchema,
  phase: phaseSchema,
  flags: z.array(
    z.enum(['review_due', 'owner_changed', 'suspended', 'stalled']),
  ),
  entityRef: ref,
  entityUid: z.string(),
  owners: z.array(ref),
  requester: ref,
  stages: z.array(stageSchema),
  currentStage: z.string().nullable(),
  waitingSince: instant.optional(),
  allowedActions: z.array(z.enum(requestActions)),
  denied: z.partialRecord(z.enum(requestActions), z.string()),
  timeline: z
    .array(
      z.object({
        at: instant,
        actor: ref,
        action: transitionSchema,
        version: z.int(),
        comment: z.string().optional(),
        stage: z.string().optional(),
        changed: z.array(z.string()).optional(),
        cleared: z.int().optional(),
        outcome: z.enum(['keep', 'shorten']).optional(),
      }),
    )
    .optional(),
  createdAt: instant,
  submittedAt: instant.optional(),
  approvedAt: instant.optional(),
  activeFrom: instant.optional(),
  latestExpiry: instant,
  daysLeft: z.int().optional(),
  renewalOf: numbered.optional(),
  chainLength: z.int(),
  supersededBy: numbered.optional(),
  lastUsedAt: instant.optional(),
  consumers: z.array(
    z.object({
      id: z.enum(['opa', 'conftest', 'gate', 'gatekeeper', 'kyverno', 'trivy']),
      carries: z.boolean(),
      message: z.string(),
    }),
  ),
  timeZone: z.string(),
  lapsesAt: instant.optional(),
  reviewDueAt: instant.optional(),
  confirmBy: instant.optional(),
  revokedAt: instant.optional(),
  honouredUntil: instant.optional(),
  issueUrl: z.string().optional(),
}) satisfies z.ZodType<EscapeHatchRequest>;

/** What a version of a request said. */
export const requestVersionSchema = z.object({
  version: z.int(),
  at: instant,
  actor: ref,
  action: transitionSchema,
  content: contentSchema,
}) satisfies z.ZodType<RequestVersion>;
