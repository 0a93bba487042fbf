import { DateTime } from 'luxon';

/** The first whole day, `YYYY-MM-DD`, from an instant on. */
export function earliestDay(instant: string, timeZone: string): string {
  const at = DateTime.fromISO(instant, { zone: timeZone });
  const day = at.startOf('day');
  return (at > day ? day.plus({ days: 1 }) : day).toFormat('yyyy-MM-dd');
}
