import { DateTime } from 'luxon';
import { addWorkingDays } from './addWorkingDays';

/**
 * Whole working days that have passed: the most that `addWorkingDays` may add to the one without going beyond the
 * other.
 *
 * @param from - ms since the epoch
 * @param to - ms since the epoch; before `from`: 0
 * @param zone - IANA zone
 */
export function workingDaysBetween(
  from: number,
  to: number,
  zone: string,
): number {
  if (to <= from) {
    return 0;
  }
  const begun = workingDayNumber(to, zone) - workingDayNumber(from, zone);
  return addWorkingDays(from, begun, zone) <= to ? begun : begun - 1;
}

/** Working days up to the instant's day, since a Monday long ago. */
function workingDayNumber(at: number, zone: string): number {
  const local = DateTime.fromMillis(at, { zone });
  const day = Date.UTC(local.year, local.month - 1, local.day) / 86_400_000;
  // 1 January 1970 was a Thursday.
  const sinceMonday = day + 3;
  const week = Math.floor(sinceMonday / 7);
  return week * 5 + Math.min(5, sinceMonday - week * 7 + 1);
}
