import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { createTasks } from './createTasks';

/** Schedules the tasks, each on one replica at a time; the clock alone is each replica's own. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  tasks: ReturnType<typeof createTasks>;
}): Promise<void> {
  const { scheduler, tasks } = options;
  await scheduler.scheduleTask({
    id: 'sync-clock',
    scope: 'local',
    frequency: { seconds: 10 },
    timeout: { minutes: 1 },
    fn: tasks.syncClock,
  });
  await scheduler.scheduleTask({
    id: 'deliver-outbox',
    scope: 'global',
    frequency: { seconds: 5 },
    timeout: { minutes: 10 },
    fn: tasks.deliver,
  });
  // After a start the catalog is given time to be complete.
  const afterwards = { scope: 'global', initialDelay: { minutes: 1 } } as const;
  await scheduler.scheduleTask({
    id: 'reconcile-catalog',
    ...afterwards,
    frequency: { minutes: 15 },
    timeout: { hours: 1 },
    fn: tasks.reconcile,
  });
  await scheduler.scheduleTask({
    id: 'lapse-requests',
    ...afterwards,
    frequency: { minutes: 15 },
    timeout: { minutes: 30 },
    fn: tasks.lapse,
  });
  await scheduler.scheduleTask({
    id: 'remind-deciders',
    ...afterwards,
    frequency: { minutes: 30 },
    timeout: { minutes: 30 },
    fn: tasks.remind,
  });
  await scheduler.scheduleTask({
    id: 'tell-of-ends-and-reviews',
    ...afterwards,
    frequency: { minutes: 5 },
    timeout: { minutes: 30 },
    fn: tasks.tell,
  });
  await scheduler.scheduleTask({
    id: 'drop-told',
    ...afterwards,
    frequency: { hours: 24 },
    timeout: { minutes: 30 },
    fn: tasks.drop,
  });
}
