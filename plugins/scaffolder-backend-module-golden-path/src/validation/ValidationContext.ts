import type { PolicySettings } from '@golden-path/backstage-plugin-golden-path-common';
import type { FindingList } from './FindingList';
import type { Workspace } from './Workspace';

/** What every check of files has. */
export interface ValidationContext {
  workspace: Workspace;
  findings: FindingList;
  policies: PolicySettings;
}
