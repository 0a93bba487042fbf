/**
 * Whether tiles can be as wide as a range: then the ranges of neighbouring tiles neither overlap nor leave
 * anything out, and value × width counts every event once. Tiles divide the hour and are at least a minute wide.
 */
export function isTileWidth(seconds: number): boolean {
  return seconds >= 60 && seconds <= 3600 && 3600 % seconds === 0;
}
