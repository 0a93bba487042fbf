/** So many digits tell 0.99999 from its neighbours, and hide what division adds. */
const DIGITS = 12;

/**
 * An objective as a fraction of 1. Numbers above 1 are percent, as no service promises more than everything.
 *
 * @returns NaN for what is no number
 */
export function toFraction(objective: number | string): number {
  const value =
    typeof objective === 'number' ? objective : Number.parseFloat(objective);
  return value > 1 ? Number((value / 100).toPrecision(DIGITS)) : value;
}
