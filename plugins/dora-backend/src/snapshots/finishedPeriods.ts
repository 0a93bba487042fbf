import { DateTime } from 'luxon';
import type { Span } from '../metrics/LocalCalendar';

/** A week or month that is over. */
export interface Period extends Span {
  /** Monday of an ISO week, `YYYY-MM-DD`, or a month, `YYYY-MM`. */
  name: string;
}

const FORMAT = { week: 'yyyy-MM-dd', month: 'yyyy-MM' };

/** The last ISO weeks or months that were over at an instant, newest first. */
export function finishedPeriods(options: {
  unit: 'week' | 'month';
  count: number;
  /** ms */
  at: number;
  timeZone: string;
}): Period[] {
  const { unit, count, at, timeZone } = options;
  const current = DateTime.fromMillis(at, { zone: timeZone }).startOf(unit);
  return Array.from({ length: count }, (_, index) =>
    toPeriod(current.minus({ [`${unit}s`]: index + 1 }), unit),
  );
}

/**
 * A month of a time zone.
 *
 * @param month - `YYYY-MM`
 */
export function monthPeriod(month: string, timeZone: string): Period {
  return toPeriod(DateTime.fromISO(month, { zone: timeZone }), 'month');
}

function toPeriod(day: DateTime, unit: 'week' | 'month'): Period {
  const start = day.startOf(unit);
  return {
    name: start.toFormat(FORMAT[unit]),
    from: start.toMillis(),
    to: start
      .plus({ [`${unit}s`]: 1 })
      .startOf(unit)
      .toMillis(),
  };
}
