import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { RequestCriterion } from './RequestCriterion';

/** What a policy's conditions compile to; `applyFilter` turns it into SQL. */
export type RequestFilter = PermissionCriteria<RequestCriterion>;
