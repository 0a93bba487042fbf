import { DateTime } from 'luxon';

/** `October 2026` of `2026-10`. */
export function formatMonth(month: string): string {
  return format(month, 'LLLL yyyy');
}

/** `October` of `2026-10`, where the year goes without saying. */
export function formatMonthName(month: string): string {
  return format(month, 'LLLL');
}

function format(month: string, pattern: string): string {
  return DateTime.fromISO(month, { zone: 'utc' })
    .setLocale('en-US')
    .toFormat(pattern);
}
