import { dateParts } from './dateParts';
import type { MomentContext } from './MomentContext';

/** `11 Nov`, with the year if it is not this one. */
export function formatDay(
  at: Date | string,
  { now, timeZone }: MomentContext,
): string {
  const { day, month, year } = dateParts(new Date(at), timeZone);
  const isThisYear = year === dateParts(now, timeZone).year;
  return isThisYear ? `${day} ${month}` : `${day} ${month} ${year}`;
}

/** `15:45` */
export function formatClock(at: Date | string, timeZone: string): string {
  const { hour, minute } = dateParts(new Date(at), timeZone);
  return `${hour}:${minute}`;
}

/** `Wed 11 Nov`, with the year if it is not this one. */
export function formatWeekday(
  at: Date | string,
  context: MomentContext,
): string {
  const { weekday } = dateParts(new Date(at), context.timeZone);
  return `${weekday} ${formatDay(at, context)}`;
}

/** `Wed 11 Nov, 15:45` */
export function formatMoment(
  at: Date | string | null,
  context: MomentContext,
): string {
  return at === null
    ? '–'
    : `${formatWeekday(at, context)}, ${formatClock(at, context.timeZone)}`;
}

/** The same instant for those who compare with logs: `2026-11-11 15:45 UTC`. */
export function formatUtc(at: Date | string): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
