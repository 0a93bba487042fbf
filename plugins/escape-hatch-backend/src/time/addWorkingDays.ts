import { DateTime } from 'luxon';

/**
 * The same time of day so many working days later. Working days are Monday to Friday; holidays are not known.
 *
 * @param at - ms since the epoch; on a weekend it counts from there, so that one working day after Saturday noon is
 * Monday noon
 * @param days - whole, not negative
 * @param zone - IANA zone
 * @returns ms since the epoch
 */
export function addWorkingDays(at: number, days: number, zone: string): number {
  const start = DateTime.fromMillis(at, { zone });
  // A Saturday or Sunday is as far from the next working days as the Friday before.
  const beyondFriday = Math.max(0, start.weekday - 5);
  const weekday = start.weekday - beyondFriday;
  const weekends = Math.floor((weekday - 1 + days) / 5);
  return start
    .plus({ days: days === 0 ? 0 : days + 2 * weekends - beyondFriday })
    .toMillis();
}
