import { DateTime } from 'luxon';
import { formatClock, formatDay, formatWeekday } from './formatMoment';
import type { MomentContext } from './MomentContext';

/**
 * The end of an escape hatch as people name it: at a midnight it is the day before, whose end is meant; at another
 * time it is day and time. `Sun 29 Nov`, with the year if it is not this one.
 */
export function formatEnd(expiresAt: string, context: MomentContext): string {
  return endText(expiresAt, context, formatWeekday);
}

/** The same without the day of the week: `29 Nov`. */
export function formatEndDay(
  expiresAt: string,
  context: MomentContext,
): string {
  return endText(expiresAt, context, formatDay);
}

/** Whether an end is the end of a day. */
export function isEndOfDay(expiresAt: string, timeZone: string): boolean {
  const at = DateTime.fromISO(expiresAt, { zone: timeZone });
  return at.equals(at.startOf('day'));
}

/** The last instant that it counts; it lies in the day that people name. */
export function lastInstant(expiresAt: string): Date {
  return new Date(Date.parse(expiresAt) - 1);
}

function endText(
  expiresAt: string,
  context: MomentContext,
  day: typeof formatDay,
): string {
  return isEndOfDay(expiresAt, context.timeZone)
    ? day(lastInstant(expiresAt), context)
    : `${day(expiresAt, context)}, ${formatClock(expiresAt, context.timeZone)}`;
}
