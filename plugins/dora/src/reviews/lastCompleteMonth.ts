import { DateTime } from 'luxon';

/** The newest month that is over, `YYYY-MM`: the one to review. */
export function lastCompleteMonth(now: Date, timeZone: string): string {
  return DateTime.fromJSDate(now, { zone: timeZone })
    .minus({ months: 1 })
    .toFormat('yyyy-MM');
}
