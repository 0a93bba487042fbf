import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/**
 * When a source is collected. The limit of a pass is also how long a source waits after its process was killed, so it
 * is short: a pass that is cut short goes on where it stopped.
 */
export function readSchedule(
  config: Config,
  frequency: { minutes: number },
): SchedulerServiceTaskScheduleDefinition {
  return config.has('schedule')
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig('schedule'),
      )
    : { frequency, initialDelay: { seconds: 3 }, timeout: { minutes: 5 } };
}
