import { mockApis } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionApi } from '@backstage/plugin-permission-react';

/** Permissions of a reader who may say nothing about the scopes named here, and anything about others. */
export function permissionsOf(reader: {
  silentAbout: string[];
}): PermissionApi {
  return mockApis.permission({
    authorize: request =>
      'resourceRef' in request &&
      reader.silentAbout.includes(String(request.resourceRef))
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
}
