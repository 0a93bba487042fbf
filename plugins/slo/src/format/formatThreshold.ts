import { formatNumber } from './formatNumber';

/** The limit of a latency objective: `500 ms`, `1.5 s`. */
export function formatThreshold(seconds: number | undefined): string {
  if (seconds === undefined) {
    return '–';
  }
  return seconds < 1
    ? `${formatNumber(seconds * 1000, { maxDigits: 3 })}\u00a0ms`
    : `${formatNumber(seconds, { maxDigits: 3 })}\u00a0s`;
}
