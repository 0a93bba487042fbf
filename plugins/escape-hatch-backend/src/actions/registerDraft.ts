import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Caller } from '@golden-path/backstage-http-api';
import { escapeHatchRequestCreatePermission } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { RequestActing } from '../acting/RequestActing';
import { draftSchema } from '../schemas/draftSchema';
import { parseInput } from './parseInput';

/** Lets agents write a request down for a person, who reads and submits it. */
export function registerDraft(options: {
  actionsRegistry: ActionsRegistryService;
  acting: RequestActing;
  appUrl: string | undefined;
}): void {
  const { actionsRegistry, acting, appUrl } = options;
  actionsRegistry.register({
    name: 'draft',
    title: 'Draft a request for an escape hatch',
    description:
      'Stores a draft of a request to leave rules of the golden path for a limited time. Nobody is asked for approval: the person in whose name it is drafted reads it and submits it in the portal.',
    attributes: { readOnly: false, idempotent: false, destructive: false },
    visibilityPermission: escapeHatchRequestCreatePermission,
    schema: {
      input: z => {
        const text = z.string().min(1).max(10_000);
        return z
          .object({
            entityRef: z
              .string()
              .describe(
                'Full ref of a service that a group of the person owns: component:default/api-service',
              ),
            rules: z.array(z.string()).min(1).max(10).describe('Ids of rules'),
            justification: text.describe('Why it is needed'),
            riskAssessment: text.describe('What can go wrong'),
            mitigations: text.describe('What protects instead'),
            riskLevel: z.enum(['low', 'medium', 'high']),
            category: z
              .enum(['waiver', 'mitigated'])
              .describe('mitigated: something else gives the protection'),
            expiresAt: z
              .string()
              .describe('Its last day, or an instant of RFC 3339'),
            startsAt: z
              .string()
              .optional()
              .describe('Its first day, or an instant; default: on approval'),
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
              .strict()
              .optional()
              .describe('Where it counts; what is left out means all'),
          })
          .strict();
      },
      output: z =>
        z.object({
          id: z.string(),
          number: z.number(),
          version: z.number(),
          expiresAt: z.string(),
          approvers: z
            .array(z.object({ stage: z.string(), users: z.array(z.string()) }))
            .describe('Who would have to approve, in this order'),
          url: z.string().optional().describe('Where to read and submit it'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { id, number, version, expiresAt, stages } = await acting.create({
        draft: { ...parseInput(draftSchema, input), submit: false },
        credentials: credentials as BackstageCredentials<Caller>,
      });
      return {
        output: {
          id,
          number,
          version,
          expiresAt,
          approvers: stages.map(({ title, approvers }) => ({
            stage: title,
            users: approvers,
          })),
          url: appUrl && `${appUrl}/escape-hatches/${id}`,
        },
      };
    },
  });
}
