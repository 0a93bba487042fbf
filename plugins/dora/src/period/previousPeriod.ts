import { DateTime } from 'luxon';
import type { Period } from './Period';
import { periodDays } from './periodDays';

/** The period of as many days just before. */
export function previousPeriod(period: Period): Period {
  const from = DateTime.fromISO(period.from, { zone: 'utc' })
    .minus({ days: periodDays(period) })
    .toFormat('yyyy-MM-dd');
  return { from, to: period.from };
}
