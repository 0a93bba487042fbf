import {
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * Resource type of what people say about a scope's delivery. A resource's ref is the scope: `all`, or the full ref of a
 * component, system, domain, group or user.
 *
 * @public
 */
export const RESOURCE_TYPE_DORA_SCOPE = 'dora-scope';

/**
 * Reading metrics and what they are made of. On top of it every answer is limited to entities that the catalog lets
 * the caller read.
 *
 * @public
 */
export const doraReadPermission = createPermission({
  name: 'dora.metrics.read',
  attributes: { action: 'read' },
});

/**
 * Saying that a deployment of a service failed, or that it did not; the resource is the service.
 *
 * @public
 */
export const doraFailureLinkCreatePermission = createPermission({
  name: 'dora.failure-link.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_DORA_SCOPE,
});

/**
 * Writing the review of a month; the resource is the scope that it reviews.
 *
 * @public
 */
export const doraReviewCreatePermission = createPermission({
  name: 'dora.review.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_DORA_SCOPE,
});

/**
 * Changing a review and its actions; the resource is the scope that it reviews.
 *
 * @public
 */
export const doraReviewUpdatePermission = createPermission({
  name: 'dora.review.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_DORA_SCOPE,
});

/**
 * Permissions to say something about a scope.
 *
 * @public
 */
export const doraScopePermissions: ResourcePermission<
  typeof RESOURCE_TYPE_DORA_SCOPE
>[] = [
  doraFailureLinkCreatePermission,
  doraReviewCreatePermission,
  doraReviewUpdatePermission,
];

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const doraPermissions = [doraReadPermission, ...doraScopePermissions];
