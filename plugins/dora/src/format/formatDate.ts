import { DateTime } from 'luxon';
import type { MomentContext } from './MomentContext';

/** A calendar day, `YYYY-MM-DD`, as `27 Nov`; with the year if it is not this one. */
export function formatDate(
  date: string,
  { now, timeZone }: MomentContext,
): string {
  const at = DateTime.fromISO(date, { zone: 'utc', locale: 'en-US' });
  const { year } = DateTime.fromJSDate(now, { zone: timeZone });
  return at.toFormat(at.year === year ? 'd LLL' : 'd LLL yyyy');
}
