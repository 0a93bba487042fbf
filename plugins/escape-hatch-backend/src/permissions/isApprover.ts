import { createPermissionRule } from '@backstage/plugin-permission-node';
import { claimsSchema } from './claimsSchema';
import { requestResourceRef } from './requestResourceRef';

/**
 * Whether one of the claims is an approver of a request: of any of its stages, or in place of approvers that are gone. It opens no decision by itself: who may decide is resolved from the catalog when it is decided.
 *
 * @public
 */
export const isApprover = createPermissionRule({
  name: 'IS_APPROVER',
  description: 'Allow requests that any of the claims may have to approve',
  resourceRef: requestResourceRef,
  paramsSchema: claimsSchema,
  apply: (request, { claims }) =>
    request.stages.some(({ approvers, fallback }) =>
      [...approvers, ...fallback].some(ref =>
        ref === 'owner'
          ? request.owners.some(owner => claims.includes(owner))
          : claims.includes(ref),
      ),
    ),
  toQuery: ({ claims }) => ({ column: 'approver', values: claims }),
});
