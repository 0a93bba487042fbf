/** Seconds per unit, in the order that Prometheus demands. */
const UNITS: [unit: string, seconds: number][] = [
  ['y', 365 * 86_400],
  ['w', 7 * 86_400],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
];

const DURATION = new RegExp(
  `^${UNITS.map(([unit]) => `(?:(\\d{1,9})${unit})?`).join('')}$`,
);

/**
 * Seconds of a duration as Prometheus writes it: `5m`, `1h30m`, `30d`. Anything else is undefined.
 */
export function parseDuration(text: string): number | undefined {
  const parts = DURATION.exec(text)?.slice(1);
  if (!parts?.some(Boolean)) {
    return undefined;
  }
  const milliseconds = parts.reduce(
    (sum, part, index) => sum + Number(part ?? 0) * UNITS[index][1] * 1000,
    0,
  );
  return milliseconds / 1000;
}
