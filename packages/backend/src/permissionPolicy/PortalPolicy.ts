import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  templateDryRunPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  createDoraScopeConditionalDecision,
  doraScopeConditions,
} from '@golden-path/backstage-plugin-dora-backend';
import { RESOURCE_TYPE_DORA_SCOPE } from '@golden-path/backstage-plugin-dora-common';
import {
  createEscapeHatchRequestConditionalDecision,
  escapeHatchRequestConditions,
} from '@golden-path/backstage-plugin-escape-hatch-backend';
import {
  escapeHatchRequestCreatePermission,
  RESOURCE_TYPE_ESCAPE_HATCH_REQUEST,
} from '@golden-path/backstage-plugin-escape-hatch-common';

const ADMIN_GROUP = 'group:default/platform-team';

/** What every member of a group may do: register, try out and create components, ask for escape hatches. */
const memberPermissions: Permission[] = [
  actionExecutePermission,
  catalogEntityCreatePermission,
  catalogEntityValidatePermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
  escapeHatchRequestCreatePermission,
  taskCreatePermission,
  templateDryRunPermission,
];

/**
 * Who may do what in this portal. Whoever is signed in reads; who belongs to a group creates, changes
 * what is theirs, reviews its delivery, says which of its deployments failed and has a say in escape hatches that it
 * asks for or approves; the platform team does everything, and alone what no rule here names. Who approves an escape
 * hatch is decided by the plugin itself, whatever is allowed here.
 *
 * Services are not asked about: the framework allows them before any policy runs.
 */
export class PortalPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const claims = user.info.ownershipEntityRefs;
    if (
      claims.includes(ADMIN_GROUP) ||
      permission.attributes.action === 'read'
    ) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (!claims.some(ref => ref.startsWith('group:'))) {
      return { result: AuthorizeResult.DENY };
    }
    if (
      isPermission(permission, catalogEntityDeletePermission) ||
      isPermission(permission, catalogEntityRefreshPermission)
    ) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    if (isPermission(permission, taskCancelPermission)) {
      return createScaffolderTaskConditionalDecision(
        permission,
        scaffolderTaskConditions.isTaskOwner({
          createdBy: [user.info.userEntityRef],
        }),
      );
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_DORA_SCOPE)) {
      return createDoraScopeConditionalDecision(
        permission,
        doraScopeConditions.isScopeMember({ claims }),
      );
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_ESCAPE_HATCH_REQUEST)) {
      return createEscapeHatchRequestConditionalDecision(permission, {
        anyOf: [
          escapeHatchRequestConditions.isApprover({ claims }),
          escapeHatchRequestConditions.isOwner({ claims }),
        ],
      });
    }
    // A location may hold entities of several owners, so deleting one is not a member's permission.
    const allowed = memberPermissions.some(it => it.name === permission.name);
    return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
  }
}
