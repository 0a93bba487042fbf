import { NotFoundError } from '@backstage/errors';
import {
  defineRoute,
  type CatalogAccess,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { DeploymentStore } from '../deployments/DeploymentStore';
import type { DetailReader } from '../deployments/DetailReader';
import { deploymentDetailSchema } from '../schemas/deploymentSchema';
import type { Overruling } from './Overruling';

const overruleSchema = z.strictObject({
  deploymentId: z.string().min(1).max(64),
  failed: z.boolean(),
  cause: z
    .strictObject({
      incidentId: z.string().min(1).max(64).optional(),
      deploymentId: z.string().min(1).max(64).optional(),
    })
    .refine(
      cause => Object.values(cause).filter(id => id !== undefined).length === 1,
      'expected either incidentId or deploymentId',
    )
    .optional(),
  reason: z.string().trim().min(1).max(2_000),
});

/** What people say about deployments. */
export function overruleRoutes(options: {
  access: CatalogAccess;
  deployments: DeploymentStore;
  details: DetailReader;
  overruling: Overruling;
}): Route[] {
  const { access, deployments, details, overruling } = options;
  return [
    defineRoute({
      method: 'post',
      path: '/failure-links',
      summary: 'Says that a deployment failed, or that it did not',
      params: z.strictObject({}),
      query: z.strictObject({}),
      body: overruleSchema.refine(
        ({ failed, cause }) => failed || cause === undefined,
        {
          path: ['cause'],
          message: 'expected none, for the deployment did not fail',
        },
      ),
      status: 201,
      response: deploymentDetailSchema,
      async handle({ body, credentials }) {
        await access.assertMayRead(credentials);
        const { deploymentId } = body;
        const find = () => deployments.get(deploymentId);
        const deployment = await find();
        if (
          !deployment ||
          !(await access.entity(deployment.entity_ref, credentials))
        ) {
          throw new NotFoundError(
            `No deployment found with id '${deploymentId}'`,
          );
        }
        await overruling.overrule({
          deployment,
          overrule: body,
          credentials,
          now: Date.now(),
        });
        return details.read((await find()) ?? deployment);
      },
    }),
  ];
}
