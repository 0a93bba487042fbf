import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/** What one rule asks for: one of the values in one place. */
export interface RequestCriterion {
  /** The requester, an owner, or an approver of any stage. */
  column: 'requester' | 'owner' | 'approver';
  /** Full, lower-case refs of users and groups. */
  values: string[];
}

/** What a policy's conditions compile to; `applyFilter` turns it into SQL. */
export type RequestFilter = PermissionCriteria<RequestCriterion>;
