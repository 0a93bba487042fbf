import { parseDay } from './parseDay';

/** So many answers are kept: lists ask for the same days over and over, and zones are slow. */
const KEPT = 1_000;

const known = new Map<string, number>();

/**
 * When a local day begins.
 *
 * @param day - `YYYY-MM-DD`
 * @param zone - IANA zone
 * @returns ms since the epoch
 * @throws RangeError for a day that does not exist
 */
export function startOfDay(day: string, zone: string): number {
  const key = `${day} ${zone}`;
  const start = known.get(key) ?? parseDay(day, zone).toMillis();
  if (known.size >= KEPT) {
    known.clear();
  }
  known.set(key, start);
  return start;
}
