/** Decimals of an objective that can matter; a double has no more of them below 1. */
const DECIMALS = 15;

/**
 * The fraction of events or slices that may be bad: 1 − objective, as written in decimals. The plain difference
 * of doubles is off in its last digits (1 − 0.9995 is 0.00049999999999994), and a budget of which exactly one
 * half is used would exceed a threshold of one half.
 *
 * @public
 */
export function allowedFraction(objective: number): number {
  return Number((1 - objective).toFixed(DECIMALS)) || 1 - objective;
}
