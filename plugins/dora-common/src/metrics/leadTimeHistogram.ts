const HOUR = 3_600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Where the steps begin, in seconds; the last one is open. */
const STEPS = [
  0,
  HOUR,
  4 * HOUR,
  8 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
  WEEK,
  2 * WEEK,
  4 * WEEK,
];

/**
 * How many durations lie in each of the fixed steps: up to 1, 4, 8 and 24 hours, 2 and 4 days, 1, 2 and 4 weeks, and
 * longer. Steps are half-open, `[from, to)`.
 *
 * @param seconds - durations in seconds
 * @public
 */
export function leadTimeHistogram(
  seconds: ArrayLike<number>,
): { fromSeconds: number; toSeconds?: number; n: number }[] {
  const counts = STEPS.map(() => 0);
  for (let index = 0; index < seconds.length; index++) {
    let step = STEPS.length - 1;
    while (step > 0 && seconds[index] < STEPS[step]) {
      step--;
    }
    counts[step]++;
  }
  return STEPS.map((fromSeconds, step) => ({
    fromSeconds,
    ...(step + 1 < STEPS.length && { toSeconds: STEPS[step + 1] }),
    n: counts[step],
  }));
}
