import { DateTime } from 'luxon';
import type { Period } from './Period';

/** The complete ISO weeks that days from `first` to `last`, both included, lie in. */
export function wholeWeeks(first: string, last: string): Period {
  return {
    from: monday(first).toFormat('yyyy-MM-dd'),
    to: monday(last).plus({ weeks: 1 }).toFormat('yyyy-MM-dd'),
  };
}

/** Dates have no zone: UTC stands in, whose days all have 24 hours. */
function monday(date: string): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' }).startOf('week');
}
