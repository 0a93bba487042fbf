import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { doraScopeResourceRef } from './doraScopeResourceRef';

/**
 * Whether a scope belongs to any of the claims: a group to its members and to those of the groups within it, anything
 * else to its owner. `all` is nobody's.
 *
 * @public
 */
export const isScopeMember = createPermissionRule({
  name: 'IS_SCOPE_MEMBER',
  description:
    'Allow what is said about scopes that belong to any of the claims',
  resourceRef: doraScopeResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs of the user and of their groups'),
  }),
  apply: (scope, { claims }) =>
    scope.owners.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ owners: claims }),
});
