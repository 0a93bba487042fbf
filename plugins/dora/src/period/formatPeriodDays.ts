import { DateTime } from 'luxon';
import type { Period } from './Period';

/** `Mon 26 Oct – Sun 22 Nov 2026`; the year of the first day only where it is another one. */
export function formatPeriodDays(period: Period): string {
  const { first, last } = ends(period);
  const isOneYear = first.year === last.year;
  return `${text(first, isOneYear ? 'ccc d LLL' : 'ccc d LLL yyyy')} – ${text(
    last,
    'ccc d LLL yyyy',
  )}`;
}

/** `28 Sep – 25 Oct`; with years where they differ from the year of `beside`. */
export function formatPeriodShort(period: Period, beside: Period): string {
  const { first, last } = ends(period);
  const { year } = ends(beside).last;
  const format = (at: DateTime) =>
    text(at, at.year === year ? 'd LLL' : 'd LLL yyyy');
  return `${format(first)} – ${format(last)}`;
}

function ends({ from, to }: Period): { first: DateTime; last: DateTime } {
  return {
    first: DateTime.fromISO(from, { zone: 'utc' }),
    last: DateTime.fromISO(to, { zone: 'utc' }).minus({ days: 1 }),
  };
}

/** en-US for the three letters of days and months; the order is the house's own. */
function text(at: DateTime, format: string): string {
  return at.setLocale('en-US').toFormat(format);
}
