import { DateTime } from 'luxon';
import type { Period } from './Period';

/** Lengths that the picker offers, in weeks. */
export const PRESET_WEEKS = [4, 13, 26, 52] as const;

/** The given number of complete ISO weeks before the week of `now`. */
export function lastWeeks(options: {
  weeks: number;
  now: Date;
  timeZone: string;
}): Period {
  const { weeks, now, timeZone } = options;
  const monday = DateTime.fromJSDate(now, { zone: timeZone }).startOf('week');
  return {
    from: monday.minus({ weeks }).toFormat('yyyy-MM-dd'),
    to: monday.toFormat('yyyy-MM-dd'),
  };
}
