const DAY_MS = 24 * 60 * 60 * 1000;

/** Whole days from now to an instant, floored; 0 once it is over. */
export function daysUntil(at: string, now: Date): number {
  return Math.max(0, Math.floor((Date.parse(at) - now.getTime()) / DAY_MS));
}
