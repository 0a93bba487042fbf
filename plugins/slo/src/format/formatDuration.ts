const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length of time in its two largest units, floored: `4 min 19 s`, `43 min`, `2 h 10 min`; days from
 * 48 h on.
 */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return '–';
  }
  const total = Math.floor(Math.abs(seconds));
  if (total < MINUTE) {
    return part(total, 's');
  }
  if (total < 10 * MINUTE) {
    return pair(total, MINUTE, 'min', 's', 1);
  }
  if (total < HOUR) {
    return part(Math.floor(total / MINUTE), 'min');
  }
  return total < 2 * DAY
    ? pair(total, HOUR, 'h', 'min', MINUTE)
    : pair(total, DAY, 'd', 'h', HOUR);
}

/** A length that is a whole number of one unit, in that unit: `30 d`, `6 h`, `5 min`. */
export function formatSpan(seconds: number): string {
  for (const [unit, name] of [
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'min'],
  ] as const) {
    if (seconds >= unit && seconds % unit === 0) {
      return part(seconds / unit, name);
    }
  }
  return formatDuration(seconds);
}

function pair(
  total: number,
  largeUnit: number,
  large: string,
  small: string,
  smallUnit: number,
): string {
  const rest = Math.floor((total % largeUnit) / smallUnit);
  const first = part(Math.floor(total / largeUnit), large);
  return rest === 0 ? first : `${first} ${part(rest, small)}`;
}

/** Number and unit never part at a line's end. */
function part(count: number, unit: string): string {
  return `${count}\u00a0${unit}`;
}
