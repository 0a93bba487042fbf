import { formatNumber } from './formatNumber';

/** A measured burn rate: `0.04×`, `0.2×`, `16×`. */
export function formatBurn(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return '–';
  }
  if (value === 0) {
    return '0×';
  }
  if (value < 0.005) {
    return '<0.01×';
  }
  // Limits stand half a step below, so that 0.0996 is 0.1× and 9.96 is 10×.
  if (value < 0.095) {
    return `${formatNumber(value, { minDigits: 2 })}×`;
  }
  return `${formatNumber(value, { minDigits: value < 9.95 ? 1 : 0 })}×`;
}

/** A burn rate beside the limit it is judged by: one digit at any size, so that the two compare. */
export function formatBurnByLimit(value: number | null | undefined): string {
  return value !== null && value !== undefined && value >= 9.95
    ? `${formatNumber(value, { minDigits: 1 })}×`
    : formatBurn(value);
}

/** An alert's limit as it is defined: `14.4×`, `6×`. */
export function formatFactor(value: number): string {
  return `${formatNumber(value, { minDigits: 0, maxDigits: 2 })}×`;
}
