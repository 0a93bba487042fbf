import { createPermissionRule } from '@backstage/plugin-permission-node';
import { claimsSchema } from './claimsSchema';
import { requestResourceRef } from './requestResourceRef';
import { toRefs } from './toRefs';

/**
 * Whether one of the claims is an approver of a request: of any of its stages, or in place of approvers that are gone.
 * It opens no decision by itself: who may decide is resolved from the catalog when it is decided.
 *
 * @public
 */
export const isApprover = createPermissionRule({
  name: 'IS_APPROVER',
  description: 'Allow requests that any of the claims may have to approve',
  resourceRef: requestResourceRef,
  paramsSchema: claimsSchema,
  apply: ({ owners, stages }, { claims }) => {
    const approvers = stages
      .flatMap(({ approvers: named, fallback }) => [...named, ...fallback])
      .flatMap(ref => (ref === 'owner' ? owners : [ref]));
    return toRefs(claims).some(claim => approvers.includes(claim));
  },
  toQuery: ({ claims }) => ({ column: 'approver', values: toRefs(claims) }),
});
