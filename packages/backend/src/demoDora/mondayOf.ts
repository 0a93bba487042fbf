const DAY = 86_400;
const WEEK = 7 * DAY;

/** Monday, 5 January 1970, 00:00 UTC. */
const FIRST_MONDAY = 4 * DAY;

/** The Monday, 00:00 UTC, of an instant's week; both in seconds since the epoch. */
export function mondayOf(at: number): number {
  return at - ((((at - FIRST_MONDAY) % WEEK) + WEEK) % WEEK);
}
