const FIRST = 5_000;
const LONGEST = 3_600_000;

/**
 * How long to wait after a message could not be told: 5 s, twice as long each time, at most an hour.
 *
 * @param attempts - so far, from 1
 * @returns ms
 */
export function retryDelay(attempts: number): number {
  return Math.min(LONGEST, FIRST * 2 ** Math.min(attempts - 1, 20));
}
