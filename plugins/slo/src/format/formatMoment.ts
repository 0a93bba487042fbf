import { dateParts, dayKey } from './dateParts';

/** What a moment's text depends on beside the moment. */
export interface MomentContext {
  /** Decides whether the year, or the day, goes without saying. */
  now: Date;
  /** IANA name; default: the reader's. */
  timeZone?: string;
}

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
export function formatClock(at: Date | string, timeZone?: string): string {
  const { hour, minute } = dateParts(new Date(at), timeZone);
  return `${hour}:${minute}`;
}

/** `11 Nov, 15:45` */
export function formatMoment(
  at: Date | string | null,
  context: MomentContext,
): string {
  return at === null
    ? '–'
    : `${formatDay(at, context)}, ${formatClock(at, context.timeZone)}`;
}

/** `15:45` today, `11 Nov, 15:45` on any other day. */
export function formatRecent(
  at: Date | string,
  context: MomentContext,
): string {
  const isToday =
    dayKey(new Date(at), context.timeZone) ===
    dayKey(context.now, context.timeZone);
  return isToday
    ? formatClock(at, context.timeZone)
    : formatMoment(at, context);
}

/** `11 Nov, 14:05 – 15:50`; both days where they differ. */
export function formatPeriod(
  from: Date | string,
  to: Date | string,
  context: MomentContext,
): string {
  const start = formatMoment(from, context);
  const isOneDay =
    dayKey(new Date(from), context.timeZone) ===
    dayKey(new Date(to), context.timeZone);
  const end = isOneDay
    ? formatClock(to, context.timeZone)
    : formatMoment(to, context);
  return `${start} – ${end}`;
}

/** The same instant for those who compare with logs: `2026-11-11 15:45 UTC`. */
export function formatUtc(at: Date | string): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
