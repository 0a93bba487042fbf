import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { DoraSource } from '@golden-path/backstage-plugin-dora-node';

/** Sources that are collected by one task: a single one, or those that the catalog names by now. */
export interface SourceGroup {
  /** Unique over all groups, and stable over restarts. */
  readonly id: string;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  sources(): Promise<DoraSource[]>;
}
