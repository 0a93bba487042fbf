import { DateTime } from 'luxon';
import type { Period } from './Period';

/** A period as the API wants it: the instants at which its first day and the day after its last one begin. */
export function periodWindow(
  { from, to }: Period,
  timeZone: string,
): { from: string; to: string } {
  return { from: midnight(from, timeZone), to: midnight(to, timeZone) };
}

/** Where the clocks jump over midnight, the day begins when they have jumped. */
function midnight(date: string, timeZone: string): string {
  return DateTime.fromISO(date, { zone: timeZone })
    .startOf('day')
    .toUTC()
    .toISO({ suppressMilliseconds: true })!;
}
