import { DateTime } from 'luxon';
import type { Period } from './Period';

/** Number of days in a period. */
export function periodDays({ from, to }: Period): number {
  return day(to).diff(day(from), 'days').days;
}

function day(date: string): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' });
}
