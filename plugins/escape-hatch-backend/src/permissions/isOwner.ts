import { createPermissionRule } from '@backstage/plugin-permission-node';
import { claimsSchema } from './claimsSchema';
import { requestResourceRef } from './requestResourceRef';
import { toRefs } from './toRefs';

/**
 * Whether one of the claims owns the entity of a request.
 *
 * @public
 */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow requests whose entity is owned by any of the claims',
  resourceRef: requestResourceRef,
  paramsSchema: claimsSchema,
  apply: ({ owners }, { claims }) =>
    toRefs(claims).some(claim => owners.includes(claim)),
  toQuery: ({ claims }) => ({ column: 'owner', values: toRefs(claims) }),
});
