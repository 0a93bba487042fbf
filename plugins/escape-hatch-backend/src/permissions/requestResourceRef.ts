import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ESCAPE_HATCH_REQUEST } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { RequestCriterion } from './RequestCriterion';
import type { RequestParties } from './RequestParties';

/**
 * The resource that permissions of requests are about; its ref is the request's id.
 *
 * @public
 */
export const requestResourceRef = createPermissionResourceRef<
  RequestParties,
  RequestCriterion
>().with({
  pluginId: 'escape-hatch',
  resourceType: RESOURCE_TYPE_ESCAPE_HATCH_REQUEST,
});
