import { DateTime } from 'luxon';

/**
 * `YYYY-MM-DD` of an instant.
 *
 * @param at - ms since the epoch
 * @param zone - IANA zone
 */
export function dayOf(at: number, zone: string): string {
  const day = DateTime.fromMillis(at, { zone }).toISODate();
  if (day === null) {
    throw new RangeError(`${at} is no instant in '${zone}'`);
  }
  return day;
}
