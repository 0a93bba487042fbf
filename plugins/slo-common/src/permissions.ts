import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Reading SLOs. On top of it every answer is limited to entities that the catalog lets the caller read.
 *
 * @public
 */
export const sloReadPermission = createPermission({
  name: 'slo.objective.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const sloPermissions = [sloReadPermission];
