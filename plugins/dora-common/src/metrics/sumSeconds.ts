/**
 * The sum of durations in seconds, exact to the millisecond up to 285,000 years.
 *
 * @public
 */
export function sumSeconds(seconds: ArrayLike<number>): number {
  let milliseconds = 0;
  for (let index = 0; index < seconds.length; index++) {
    milliseconds += Math.round(seconds[index] * 1_000);
  }
  return milliseconds / 1_000;
}
