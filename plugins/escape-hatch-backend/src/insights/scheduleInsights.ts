import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { CheckStore } from '../checks/CheckStore';
import type { EscapeHatchSettings } from '../settings';
import type { TellDemand } from './TellDemand';

const DAY = 86_400_000;

/** Schedules what is done about insights, once a day on one replica. */
export async function scheduleInsights(options: {
  scheduler: SchedulerService;
  tellDemand: TellDemand;
  checks: CheckStore;
  clock: { now(): number };
  settings: Pick<EscapeHatchSettings, 'retentionDays'>;
}): Promise<void> {
  const { scheduler, tellDemand, checks, clock, settings } = options;
  const daily = {
    scope: 'global',
    // After a start the catalog is given time to be complete.
    initialDelay: { minutes: 5 },
    frequency: { hours: 24 },
    timeout: { minutes: 30 },
  } as const;
  await scheduler.scheduleTask({
    id: 'tell-of-demand',
    ...daily,
    fn: () => tellDemand.run(),
  });
  await scheduler.scheduleTask({
    id: 'drop-silent-checks',
    ...daily,
    fn: async () => {
      await checks.dropSilent(clock.now() - settings.retentionDays * DAY);
    },
  });
}
