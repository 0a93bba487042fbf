import { createPermissionRule } from '@backstage/plugin-permission-node';
import { claimsSchema } from './claimsSchema';
import { requestResourceRef } from './requestResourceRef';
import { toRefs } from './toRefs';

/**
 * Whether one of the claims has made a request.
 *
 * @public
 */
export const isRequester = createPermissionRule({
  name: 'IS_REQUESTER',
  description: 'Allow requests that any of the claims has made',
  resourceRef: requestResourceRef,
  paramsSchema: claimsSchema,
  apply: ({ requester }, { claims }) => toRefs(claims).includes(requester),
  toQuery: ({ claims }) => ({ column: 'requester', values: toRefs(claims) }),
});
