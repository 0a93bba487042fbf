import { DateTime } from 'luxon';

/** `Thu 29 Jan 2026, 09:06:05`: a moment as evidence. */
export function formatExact(at: string, timeZone: string): string {
  return DateTime.fromISO(at, { zone: timeZone })
    .setLocale('en-US')
    .toFormat('ccc d LLL yyyy, HH:mm:ss');
}
