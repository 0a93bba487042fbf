import { addDays } from './addDays';
import { startOfDay } from './startOfDay';

/**
 * When a local day ends, exclusive: the beginning of the next one. A day has 23 or 25 hours where clocks change.
 *
 * @param day - `YYYY-MM-DD`
 * @param zone - IANA zone
 * @returns ms since the epoch
 * @throws RangeError for a day that does not exist
 */
export function endOfDay(day: string, zone: string): number {
  return startOfDay(addDays(day, 1), zone);
}
