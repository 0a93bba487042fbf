import { createPermission } from '@backstage/plugin-permission-common';

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
 * All permissions of the plugin.
 *
 * @public
 */
export const doraPermissions = [doraReadPermission];
