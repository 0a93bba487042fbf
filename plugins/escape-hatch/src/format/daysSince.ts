import { DateTime } from 'luxon';
import type { MomentContext } from './MomentContext';

/** How many midnights lie between an instant and now: 0 is today, 1 yesterday. */
export function daysSince(
  at: Date | string,
  { now, timeZone }: MomentContext,
): number {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const then = DateTime.fromJSDate(new Date(at), { zone: timeZone });
  return Math.max(0, Math.round(today.diff(then.startOf('day'), 'days').days));
}
