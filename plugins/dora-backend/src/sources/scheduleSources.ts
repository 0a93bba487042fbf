import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { CollectSources } from './CollectSources';

/** Schedules one task for each group of sources. */
export async function scheduleSources(options: {
  scheduler: SchedulerService;
  collectSources: CollectSources;
}): Promise<void> {
  const { scheduler, collectSources } = options;
  for (const group of collectSources.groups) {
    await scheduler.scheduleTask({
      id: `collect-${group.id}`,
      ...group.schedule,
      scope: 'global',
      fn: signal => collectSources.run(group, signal),
    });
  }
}
