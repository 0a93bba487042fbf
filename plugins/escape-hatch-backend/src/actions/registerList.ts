import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Caller } from '@golden-path/backstage-http-api';
import type { RequestAccess } from '../callers/RequestAccess';
import type { RequestList } from '../lists/RequestList';
import { requestQuery } from '../schemas/requestQuery';
import type { RequestPresenter } from '../views/RequestPresenter';
import { parseInput } from './parseInput';

/** Lets agents ask who leaves the golden path, why and until when. */
export function registerList(options: {
  actionsRegistry: ActionsRegistryService;
  access: RequestAccess;
  list: RequestList;
  presenter: RequestPresenter;
}): void {
  const { actionsRegistry, access, list, presenter } = options;
  actionsRegistry.register({
    name: 'list',
    title: 'List escape hatches',
    description:
      'Escape hatches and requests for them, newest first: which rules of the golden path a service leaves, why, until when, and whose approval a request waits for.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z
          .object({
            entityRef: z
              .string()
              .optional()
              .describe('Full ref of a service: component:default/api-service'),
            owner: z
              .string()
              .optional()
              .describe('Full ref of a group: group:default/platform-team'),
            rule: z.string().optional().describe('Id of a rule'),
            phase: z
              .string()
              .optional()
              .describe(
                'One or several, parted by commas: draft, submitted, changes_requested, scheduled, active, expired, rejected, withdrawn, lapsed, revoked, superseded',
              ),
            limit: z.number().int().min(1).max(100).default(20),
            cursor: z.string().optional().describe('nextCursor of a page'),
          })
          .strict(),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              id: z.string(),
              number: z.number(),
              phase: z.string(),
              flags: z.array(z.string()),
              entityRef: z.string(),
              owners: z.array(z.string()),
              requester: z.string(),
              rules: z.array(z.string()),
              riskLevel: z.string(),
              justification: z.string(),
              expiresAt: z.string(),
              daysLeft: z.number().optional(),
              waitsFor: z
                .array(z.string())
                .describe('Users who may approve the stage that waits'),
            }),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const query = parseInput(requestQuery, input);
      const visit = await access.visit(
        credentials as BackstageCredentials<Caller>,
      );
      const { records, nextCursor } = await list.page(query, visit);
      const requests = await presenter.presentMany(records, visit);
      const items = requests.map(request => ({
        id: request.id,
        number: request.number,
        phase: request.phase,
        flags: request.flags,
        entityRef: request.entityRef,
        owners: request.owners,
        requester: request.requester,
        rules: request.rules,
        riskLevel: request.riskLevel,
        justification: request.justification,
        expiresAt: request.expiresAt,
        daysLeft: request.daysLeft,
        waitsFor:
          request.stages.find(({ id }) => id === request.currentStage)
            ?.approvers ?? [],
      }));
      return { output: { items, nextCursor } };
    },
  });
}
