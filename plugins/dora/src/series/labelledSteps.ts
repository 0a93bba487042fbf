import type { Granularity } from '@golden-path/backstage-plugin-dora-common';
import { DateTime } from 'luxon';

/** Which steps are named below the axis, so that the names do not touch: Mondays among days, else every so many. */
export function labelledSteps(options: {
  steps: { from: string }[];
  granularity: Granularity;
  timeZone: string;
  /** As many names find room. */
  most: number;
}): number[] {
  const { steps, granularity, timeZone, most } = options;
  const all = steps.map((_, i) => i);
  const named =
    granularity === 'day' ? all.filter(i => isMonday(steps[i].from)) : all;
  const every = Math.ceil(named.length / Math.max(1, most));
  return named.filter((_, i) => i % every === 0);

  function isMonday(from: string): boolean {
    return DateTime.fromISO(from, { zone: timeZone }).weekday === 1;
  }
}
