import { DateTime } from 'luxon';

/** Whole days from now to the end of a due day: 0 on the day itself, negative once it has passed. */
export function daysLeft(options: {
  /** `YYYY-MM-DD`, a day of the zone. */
  date: string;
  now: Date;
  timeZone: string;
}): number {
  const { date, now, timeZone } = options;
  const today = DateTime.fromJSDate(now, { zone: timeZone }).toFormat(
    'yyyy-MM-dd',
  );
  const utc = (day: string) => DateTime.fromISO(day, { zone: 'utc' });
  return utc(date).diff(utc(today), 'days').days;
}
