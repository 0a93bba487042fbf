/** A moment as it reads on a wall in a zone. */
export interface DateParts {
  year: string;
  /** `Nov` */
  month: string;
  /** `Mon` */
  weekday: string;
  day: string;
  hour: string;
  minute: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function dateParts(at: Date, timeZone: string): DateParts {
  let format = formats.get(timeZone);
  if (!format) {
    // en-US for the months' three letters; the order is the house's own.
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: 'short',
      weekday: 'short',
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
