const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length of time, floored: `19 s`, `43 min`, `2 h 10 min`, hours alone from 24 h on, `12 d 8 h` from 48 h on. Lead
 * times and recoveries are known to the minute at best, so seconds only show below one.
 */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return '–';
  }
  const total = Math.floor(Math.abs(seconds));
  if (total < MINUTE) {
    return part(total, 's');
  }
  if (total < HOUR) {
    return part(Math.floor(total / MINUTE), 'min');
  }
  if (total < DAY) {
    return pair(total, [HOUR, 'h'], [MINUTE, 'min']);
  }
  return total < 2 * DAY
    ? part(Math.floor(total / HOUR), 'h')
    : pair(total, [DAY, 'd'], [HOUR, 'h']);
}

function pair(
  total: number,
  [largeUnit, large]: [number, string],
  [smallUnit, small]: [number, string],
): string {
  const rest = Math.floor((total % largeUnit) / smallUnit);
  const first = part(Math.floor(total / largeUnit), large);
  return rest === 0 ? first : `${first} ${part(rest, small)}`;
}

/** Number and unit never part at a line's end. */
function part(count: number, unit: string): string {
  return `${count}\u00a0${unit}`;
}
