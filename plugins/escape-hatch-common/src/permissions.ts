import {
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * Resource type of requests; a resource's ref is the request's id.
 *
 * @public
 */
export const RESOURCE_TYPE_ESCAPE_HATCH_REQUEST = 'escape-hatch-request';

/**
 * Asking for an escape hatch. Beside it the API asks for membership of the group that owns the entity.
 *
 * @public
 */
export const escapeHatchRequestCreatePermission = createPermission({
  name: 'escape-hatch.request.create',
  attributes: { action: 'create' },
});

/**
 * Reading a request with its timeline.
 *
 * @public
 */
export const escapeHatchRequestReadPermission = createPermission({
  name: 'escape-hatch.request.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ESCAPE_HATCH_REQUEST,
});

/**
 * Approving, rejecting and requesting changes. It never replaces being an approver of the stage.
 *
 * @public
 */
export const escapeHatchRequestDecidePermission = createPermission({
  name: 'escape-hatch.request.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ESCAPE_HATCH_REQUEST,
});

/**
 * Ending an approved escape hatch before its time, and shortening it in a review. It never replaces what the API asks
 * for: an approver of the last stage, the owner or an admin.
 *
 * @public
 */
export const escapeHatchRequestRevokePermission = createPermission({
  name: 'escape-hatch.request.revoke',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ESCAPE_HATCH_REQUEST,
});

/**
 * Permissions that are decided per request.
 *
 * @public
 */
export const escapeHatchRequestPermissions: ResourcePermission<
  typeof RESOURCE_TYPE_ESCAPE_HATCH_REQUEST
>[] = [
  escapeHatchRequestReadPermission,
  escapeHatchRequestDecidePermission,
  escapeHatchRequestRevokePermission,
];

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const escapeHatchPermissions = [
  escapeHatchRequestCreatePermission,
  ...escapeHatchRequestPermissions,
];
