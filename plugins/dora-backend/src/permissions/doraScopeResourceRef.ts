import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_DORA_SCOPE } from '@golden-path/backstage-plugin-dora-common';

/**
 * A part of the catalog that people say something about, with whose it is.
 *
 * @public
 */
export interface DoraScope {
  /** `all` or a full entity ref. */
  ref: string;
  /** Users and groups whose members it belongs to; nobody's for `all`. */
  owners: string[];
}

/**
 * What a rule asks for in a query; there are no queries for scopes.
 *
 * @public
 */
export interface DoraScopeFilter {
  /** Full entity refs of which one has to own the scope. */
  owners: string[];
}

/**
 * The resource that permissions of reviews and failure links are about.
 *
 * @public
 */
export const doraScopeResourceRef = createPermissionResourceRef<
  DoraScope,
  DoraScopeFilter
>().with({ pluginId: 'dora', resourceType: RESOURCE_TYPE_DORA_SCOPE });
