const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration in at most two units: `41 min`, `3 h 5 min`, `2 d 4 h`. */
export function describeDuration(ms: number): string {
  if (ms < MINUTE) {
    return `${Math.floor(ms / 1_000)} s`;
  }
  if (ms < HOUR) {
    return `${Math.floor(ms / MINUTE)} min`;
  }
  return ms < DAY
    ? joined(
        [Math.floor(ms / HOUR), 'h'],
        [Math.floor((ms % HOUR) / MINUTE), 'min'],
      )
    : joined([Math.floor(ms / DAY), 'd'], [Math.floor((ms % DAY) / HOUR), 'h']);
}

function joined(...parts: [number, string][]): string {
  return parts
    .filter(([amount]) => amount > 0)
    .map(part => part.join(' '))
    .join(' ');
}
