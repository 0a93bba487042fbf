const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** How much history is kept and asked from sources, in seconds: 92 d, more where the SLO's window is longer. */
export function historySeconds(windowSeconds: number): number {
  return Math.max(92 * DAY, windowSeconds + DAY);
}

/** Hours back for which minutes are kept, days back for which five minutes are. */
const KEEP_MINUTES = 6 * HOUR;
const KEEP_FIVE_MINUTES = 7 * DAY;

/** Ages in seconds at which tiles are widened. */
export const levelCutoffs = [KEEP_FIVE_MINUTES, KEEP_MINUTES];

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Both divide an hour, so does their least common multiple. */
function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

/**
 * The stretch of time that a base tile is stored in, by its age: one minute for 6 h, five for 7 d, an hour from
 * then on. A stretch is widened only when all of it is old enough, so that none is ever split.
 */
export function levelOf(options: {
  /** Beginning of the base tile. */
  start: number;
  baseSeconds: number;
  watermark: number;
}): { end: number; seconds: number } {
  const { start, baseSeconds, watermark } = options;
  const stretch = (seconds: number) => ({
    seconds,
    end: Math.floor(start / seconds) * seconds + seconds,
  });
  const hour = stretch(leastCommonMultiple(baseSeconds, HOUR));
  if (hour.end <= watermark - KEEP_FIVE_MINUTES) {
    return hour;
  }
  const fiveMinutes = stretch(leastCommonMultiple(baseSeconds, 5 * MINUTE));
  if (fiveMinutes.end <= watermark - KEEP_MINUTES) {
    return fiveMinutes;
  }
  return stretch(leastCommonMultiple(baseSeconds, MINUTE));
}
