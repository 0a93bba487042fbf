import { formatNumber } from './formatNumber';

/** A number of events, whole ones only: `71,650`. */
export function formatCount(value: number | null | undefined): string {
  return value === null || value === undefined
    ? '–'
    : formatNumber(Math.trunc(value));
}
