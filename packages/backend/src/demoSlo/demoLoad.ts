const HOUR = 3_600;
const DAY = 24 * HOUR;

/** From Sunday; the mean of a week is 1. */
const weekdayLoads = [0.62, 1.14, 1.14, 1.14, 1.14, 1.14, 0.68];

/** Busiest time of day, UTC. */
const PEAK = 14.5 * HOUR;

/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/**
 * Traffic at an instant, in seconds since the epoch, relative to its mean: busy in the afternoons
 * of working days, quiet at night and on weekends.
 */
export function demoLoad(at: number): number {
  const weekday = (Math.floor(at / DAY) + FIRST_WEEKDAY) % 7;
  const hours = (2 * Math.PI * ((at % DAY) - PEAK)) / DAY;
  return weekdayLoads[weekday] * (1 + 0.5 * Math.cos(hours));
}
