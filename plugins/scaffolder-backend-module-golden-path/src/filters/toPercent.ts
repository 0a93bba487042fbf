import { toFraction } from './toFraction';

const DIGITS = 12;

/** An objective in percent, without the sign: `99.5` for 0.995 and for 99.5. */
export function toPercent(objective: number | string): string {
  return String(Number((toFraction(objective) * 100).toPrecision(DIGITS)));
}
