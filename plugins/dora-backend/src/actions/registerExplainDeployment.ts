import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import type { CatalogAccess } from '@golden-path/backstage-http-api';
import { doraReadPermission } from '@golden-path/backstage-plugin-dora-common';
import type { DeploymentStore } from '../deployments/DeploymentStore';
import type { DetailReader } from '../deployments/DetailReader';

/** Lets agents ask why a deployment counts, and why it failed. */
export function registerExplainDeployment(options: {
  actionsRegistry: ActionsRegistryService;
  access: CatalogAccess;
  deployments: DeploymentStore;
  details: DetailReader;
}): void {
  const { actionsRegistry, access, deployments, details } = options;
  actionsRegistry.register({
    name: 'explain-deployment',
    title: 'Explain a deployment',
    description:
      'One deployment: what it is, how many changes it shipped, whether it failed and why, and for each of the five metrics a sentence that says why it counts or does not.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: doraReadPermission,
    schema: {
      input: z =>
        z
          .object({ id: z.string().max(64).describe('Id of the deployment') })
          .strict(),
      output: z =>
        z.object({
          id: z.string(),
          entityRef: z.string(),
          environment: z.string(),
          version: z.string(),
          previousVersion: z.string().nullable(),
          finishedAt: z.string(),
          outcome: z.string(),
          kind: z.string(),
          changes: z.number(),
          failed: z.boolean(),
          failure: z.string().nullable().describe('Why it counts as failed'),
          recoveredAt: z.string().nullable(),
          explanations: z.record(z.string()).describe('By metric'),
        }),
    },
    action: async ({ input, credentials }) => {
      await access.assertMayRead(credentials);
      const row = await deployments.get(input.id);
      if (!row || !(await access.entity(row.entity_ref, credentials))) {
        throw new NotFoundError(`No deployment found with id '${input.id}'`);
      }
      const detail = await details.read(row);
      return {
        output: {
          id: detail.id,
          entityRef: detail.entityRef,
          environment: detail.environment,
          version: detail.version,
          previousVersion: detail.previousVersion,
          finishedAt: detail.finishedAt,
          outcome: detail.outcome,
          kind: detail.kind,
          changes: detail.changes,
          failed: detail.failed,
          failure: detail.failureLink?.reason ?? null,
          recoveredAt: detail.recoveredAt ?? null,
          explanations: { ...detail.explanations },
        },
      };
    },
  });
}
