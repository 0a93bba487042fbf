const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its two largest units, floored: `4 min 19 s`, `43 min`, `7 h 12 min`; days from 48 h on. */
export function formatLength(seconds: number, minutes: string = 'min'): string {
  if (seconds < MINUTE) {
    return `${seconds}\u00a0s`;
  }
  if (seconds < 10 * MINUTE) {
    return pair([seconds, MINUTE, minutes], [1, 's']);
  }
  if (seconds < HOUR) {
    return `${Math.floor(seconds / MINUTE)}\u00a0${minutes}`;
  }
  return seconds < 2 * DAY
    ? pair([seconds, HOUR, 'h'], [MINUTE, minutes])
    : pair([seconds, DAY, 'd'], [HOUR, 'h']);
}

function pair(
  [seconds, large, largeName]: [number, number, string],
  [small, smallName]: [number, string],
): string {
  const first = `${Math.floor(seconds / large)}\u00a0${largeName}`;
  const rest = Math.floor((seconds % large) / small);
  return rest === 0 ? first : `${first} ${rest}\u00a0${smallName}`;
}
