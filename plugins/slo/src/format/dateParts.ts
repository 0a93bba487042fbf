import { browserTimeZone } from './browserTimeZone';

/** A moment as it reads on a wall in the reader's zone. */
export interface DateParts {
  year: string;
  /** `Nov` */
  month: string;
  day: string;
  hour: string;
  minute: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function dateParts(
  at: Date,
  timeZone: string = browserTimeZone(),
): DateParts {
  let format = formats.get(timeZone);
  if (!format) {
    // en-US for the months' three letters; the order is the house's own.
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return parts as unknown as DateParts;
}

/** The calendar day, for comparison. */
export function dayKey(at: Date, timeZone?: string): string {
  const { year, month, day } = dateParts(at, timeZone);
  return `${day} ${month} ${year}`;
}
