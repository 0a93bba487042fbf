import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  escapeHatchRequestCreatePermission,
  escapeHatchRequestPermissions,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { RequestStore } from '../requests/RequestStore';
import { isApprover } from './isApprover';
import { isOwner } from './isOwner';
import { isRequester } from './isRequester';
import { requestResourceRef } from './requestResourceRef';

/** Tells the permission system what the plugin asks for, and who has to do with a request. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  requests: Pick<RequestStore, 'getMany'>;
}): void {
  const { permissionsRegistry, requests } = options;
  permissionsRegistry.addPermissions([escapeHatchRequestCreatePermission]);
  permissionsRegistry.addResourceType({
    resourceRef: requestResourceRef,
    permissions: escapeHatchRequestPermissions,
    rules: [isOwner, isApprover, isRequester],
    getResources: ids => requests.getMany(ids),
  });
}
