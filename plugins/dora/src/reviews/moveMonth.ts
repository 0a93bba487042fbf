import { DateTime } from 'luxon';

/** The month that lies `by` months after `month`; both `YYYY-MM`. */
export function moveMonth(month: string, by: number): string {
  return DateTime.fromISO(month, { zone: 'utc' })
    .plus({ months: by })
    .toFormat('yyyy-MM');
}
