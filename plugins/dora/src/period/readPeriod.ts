import { DateTime } from 'luxon';
import type { Period } from './Period';

/** The URL's period; undefined where there is none, or none that makes sense. */
export function readPeriod(query: URLSearchParams): Period | undefined {
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  return isDay(from) && isDay(to) && from < to ? { from, to } : undefined;
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    DateTime.fromISO(text, { zone: 'utc' }).isValid
  );
}
