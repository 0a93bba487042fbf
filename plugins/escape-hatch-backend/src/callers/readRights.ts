import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  escapeHatchRequestCreatePermission,
  escapeHatchRequestPermissions,
  escapeHatchRequestReadPermission,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { requestResourceRef } from '../permissions/requestResourceRef';
import type { Caller } from './Caller';
import { Rights } from './Rights';

/** Asks the permission framework for all that one answer needs, however many requests it tells of. */
export async function readRights(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  caller: Caller;
}): Promise<Rights> {
  const { permissions, permissionsRegistry } = options;
  const { credentials } = options.caller;
  const decided = await permissions.authorizeConditional(
    escapeHatchRequestPermissions.map(permission => ({ permission })),
    { credentials },
  );
  const decisions = new Map(
    escapeHatchRequestPermissions.map(({ name }, index) => [
      name,
      decided[index],
    ]),
  );
  const ruleset = permissionsRegistry.getPermissionRuleset(requestResourceRef);
  const read = decisions.get(escapeHatchRequestReadPermission.name);
  return new Rights({
    decisions,
    holds: createConditionAuthorizer(ruleset),
    filter:
      read?.result === AuthorizeResult.CONDITIONAL
        ? createConditionTransformer(ruleset)(read.conditions)
        : undefined,
    askToCreate: async () => {
      const [{ result }] = await permissions.authorize(
        [{ permission: escapeHatchRequestCreatePermission }],
        { credentials },
      );
      return result === AuthorizeResult.ALLOW;
    },
  });
}
