/** Digits that a percentage may have after its point. */
const DIGITS = 9;

/** 100 %, in the unit of this file: billionths of a percent, so that no binary fraction ever rounds an objective. */
export const HUNDRED_PERCENT = 100n * 10n ** BigInt(DIGITS);

/** Reads what was typed, such as `99.5`, `99,5` or `99.5 %`; undefined where that is no percentage. */
export function parsePercent(text: string): bigint | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{0,9}))?\s*%?$/.exec(text.trim());
  return match
    ? BigInt(match[1] + (match[2] ?? '').padEnd(DIGITS, '0'))
    : undefined;
}

/** Reads a stored objective: a fraction such as 0.995, or a percentage such as 99.5. */
export function percentOf(objective: number): bigint {
  const isPercentage = objective > 1;
  // What is far outside comes from links that somebody wrote; numbers that large have no plain digits.
  const bounded = Math.max(-1, Math.min(objective, 1_000));
  const digits = bounded.toFixed(isPercentage ? DIGITS : DIGITS + 2);
  return BigInt(digits.replace('.', ''));
}

/** As somebody would write it: `99.5`. */
export function percentText(percent: bigint): string {
  return withPoint(percent, DIGITS);
}

/** As it is stored: 0.995, the binary fraction nearest to it. */
export function fractionOf(percent: bigint): number {
  return Number(withPoint(percent, DIGITS + 2));
}

function withPoint(units: bigint, digits: number): string {
  const text = units.toString().padStart(digits + 1, '0');
  const whole = text.slice(0, -digits);
  const rest = text.slice(-digits).replace(/0+$/, '');
  return rest ? `${whole}.${rest}` : whole;
}
