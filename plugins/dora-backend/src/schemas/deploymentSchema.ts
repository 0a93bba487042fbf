import type {
  Deployment,
  DeploymentDetail,
  ShippedChange,
} from '@golden-path/backstage-plugin-dora-common';
import { z } from 'zod';

const instant = z.iso.datetime();
const seconds = z.number().nullable();

export const deploymentKindSchema = z.enum([
  'normal',
  'rollback',
  'hotfix',
  'promotion',
  'config',
  'redeploy',
]);

/** A rollout of a service in an environment. */
export const deploymentSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  environment: z.string(),
  production: z.boolean(),
  version: z.string(),
  previousVersion: z.string().nullable(),
  sha: z.string().nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant,
  outcome: z.enum(['success', 'failure']),
  kind: deploymentKindSchema,
  changes: z.number().int(),
  leadTimeMedianSeconds: seconds,
  failed: z.boolean(),
  recoveredAt: instant.optional(),
  sources: z.array(z.string()),
  ownerRef: z.string().nullable(),
  flags: z.array(z.string()),
  demo: z.boolean(),
}) satisfies z.ZodType<Deployment>;

/** A change and how long each stage of its way took. */
export const shippedChangeSchema = z.object({
  sha: z.string(),
  repository: z.string(),
  number: z.number().int().optional(),
  title: z.string().nullable(),
  url: z.string().optional(),
  firstCommitAt: instant,
  openedAt: instant.nullable(),
  firstReviewAt: instant.nullable(),
  mergedAt: instant,
  flags: z.array(z.string()),
  stages: z.object({
    coding: seconds,
    pickup: seconds,
    review: seconds,
    integration: seconds,
    promotion: seconds,
    rollout: seconds,
  }),
  leadTimeSeconds: z.number(),
}) satisfies z.ZodType<ShippedChange>;

const overruleSchema = z.object({
  by: z.string(),
  at: instant,
  failed: z.boolean(),
  reason: z.string(),
});

const neighbourSchema = z
  .object({ id: z.string(), version: z.string(), kind: deploymentKindSchema })
  .nullable();

/** A value for each metric that a deployment can count for. */
function byMetric<T extends z.ZodType>(schema: T) {
  return z.object({
    deploymentFrequency: schema,
    changeLeadTime: schema,
    changeFailRate: schema,
    failedDeploymentRecoveryTime: schema,
    deploymentReworkRate: schema,
  });
}

/** One deployment with why it counts. */
export const deploymentDetailSchema = deploymentSchema.extend({
  shipped: z.array(shippedChangeSchema),
  failureLink: z
    .object({
      method: z.enum([
        'person',
        'explicit',
        'rollback',
        'revert',
        'hotfix',
        'same-service',
      ]),
      confidence: z.enum(['certain', 'high', 'medium', 'low']),
      cause: z.object({
        incident: z
          .object({
            id: z.string(),
            title: z.string(),
            url: z.string().optional(),
            openedAt: instant,
            resolvedAt: instant.nullable(),
          })
          .optional(),
        deployment: z
          .object({ id: z.string(), version: z.string(), finishedAt: instant })
          .optional(),
        change: z
          .object({
            sha: z.string(),
            title: z.string().nullable(),
            url: z.string().optional(),
          })
          .optional(),
      }),
      reason: z.string(),
      overruledBy: overruleSchema.optional(),
    })
    .nullable(),
  overrule: overruleSchema.nullable(),
  previous: neighbourSchema,
  next: neighbourSchema,
  evidence: z.array(
    z.object({
      source: z.string(),
      type: z.string(),
      event: z.string(),
      at: instant,
      url: z.string().optional(),
    }),
  ),
  counted: byMetric(z.union([z.literal(true), z.string()])),
  explanations: byMetric(z.string()),
  compareUrl: z.string().optional(),
}) satisfies z.ZodType<DeploymentDetail>;
