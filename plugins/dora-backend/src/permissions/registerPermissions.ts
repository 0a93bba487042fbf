import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  doraReadPermission,
  doraScopePermissions,
} from '@golden-path/backstage-plugin-dora-common';
import { doraScopeResourceRef } from './doraScopeResourceRef';
import { isScopeMember } from './isScopeMember';
import type { ScopeOwners } from './ScopeOwners';

/** Tells the permission system what the plugin asks for, and whose a scope is. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  scopeOwners: ScopeOwners;
}): void {
  const { permissionsRegistry, scopeOwners } = options;
  permissionsRegistry.addPermissions([doraReadPermission]);
  permissionsRegistry.addResourceType({
    resourceRef: doraScopeResourceRef,
    permissions: doraScopePermissions,
    rules: [isScopeMember],
    getResources: refs => scopeOwners.read(refs),
  });
}
