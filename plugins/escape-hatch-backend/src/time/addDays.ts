import { parseDay } from './parseDay';

/**
 * The day so many calendar days later.
 *
 * @param day - `YYYY-MM-DD`
 * @throws RangeError for a day that does not exist
 */
export function addDays(day: string, days: number): string {
  return parseDay(day, 'UTC').plus({ days }).toISODate();
}
