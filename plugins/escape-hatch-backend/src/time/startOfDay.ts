import { parseDay } from './parseDay';

/**
 * When a local day begins.
 *
 * @param day - `YYYY-MM-DD`
 * @param zone - IANA zone
 * @returns ms since the epoch
 * @throws RangeError for a day that does not exist
 */
export function startOfDay(day: string, zone: string): number {
  return parseDay(day, zone).toMillis();
}
