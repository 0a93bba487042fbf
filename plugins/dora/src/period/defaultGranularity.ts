import type { Granularity } from '@golden-path/backstage-plugin-dora-common';
import type { Period } from './Period';
import { periodDays } from './periodDays';

/** From more days on, days are too many bars to read. */
const DAYS_UP_TO = 5 * 7;

/** What a period is cut into unless the URL says otherwise. */
export function defaultGranularity(period: Period): Granularity {
  return periodDays(period) > DAYS_UP_TO ? 'week' : 'day';
}
