import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { createReviewing } from './createReviewing';

/** Schedules what is done as time goes by: weeks and months are frozen, people reminded, old events dropped. */
export async function schedulePeriods(options: {
  scheduler: SchedulerService;
  tasks: ReturnType<typeof createReviewing>['tasks'];
}): Promise<void> {
  const { scheduler, tasks } = options;
  // Sources, and what they missed while the backend did not run, come first.
  const afterwards = { initialDelay: { minutes: 5 } };
  await scheduler.scheduleTask({
    id: 'freeze-weeks',
    scope: 'global',
    ...afterwards,
    frequency: { minutes: 30 },
    timeout: { hours: 2 },
    fn: signal => tasks.weeks.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'freeze-months',
    scope: 'global',
    ...afterwards,
    frequency: { minutes: 30 },
    timeout: { hours: 2 },
    fn: signal => tasks.months.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'remind-owners',
    scope: 'global',
    ...afterwards,
    frequency: { hours: 1 },
    timeout: { minutes: 15 },
    fn: signal => tasks.reminders.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'drop-expired',
    scope: 'global',
    ...afterwards,
    frequency: { hours: 24 },
    timeout: { hours: 2 },
    fn: signal => tasks.retention.run(signal),
  });
}
