import { DateTime } from 'luxon';

/** A day of a form, `YYYY-MM-DD`, as `Tue 23 Feb 2027`. */
export function formatFormDay(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc', locale: 'en-US' }).toFormat(
    'ccc d LLL yyyy',
  );
}

/** The same without the day of the week: `23 Feb 2027`. */
export function formatShortFormDay(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc', locale: 'en-US' }).toFormat(
    'd LLL yyyy',
  );
}
