import { DateTime } from 'luxon';

/**
 * A local day at its first instant: at the first of two midnights where clocks go back to it, at the hour that clocks
 * go on to where there is none.
 *
 * @param day - `YYYY-MM-DD`
 * @param zone - IANA zone
 * @throws RangeError for a day that does not exist
 */
export function parseDay(day: string, zone: string): DateTime<true> {
  const start = DateTime.fromISO(day, { zone });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !start.isValid) {
    throw new RangeError(`'${day}' is no day; expected YYYY-MM-DD`);
  }
  return start.startOf('day').getPossibleOffsets()[0] as DateTime<true>;
}
