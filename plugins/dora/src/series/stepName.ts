import type { Granularity } from '@golden-path/backstage-plugin-dora-common';
import { DateTime } from 'luxon';
import type { DoraTranslation } from '../translation/useDoraTranslation';

/** When a step was, within a sentence: `on Monday 9 November`, `in the week of 9 November`, `in November`. */
export function stepName(options: {
  from: string;
  granularity: Granularity;
  timeZone: string;
  t: DoraTranslation;
}): string {
  const { from, granularity, timeZone, t } = options;
  const at = local(from, timeZone);
  switch (granularity) {
    case 'day':
      return t('chart.told.onDay', { day: at.toFormat('cccc d LLLL') });
    case 'week':
      return t('chart.told.inWeek', { day: at.toFormat('d LLLL') });
    default:
      return t('chart.told.inMonth', { month: at.toFormat('LLLL') });
  }
}

/** The step's name under the axis and in the table: `Mon 9 Nov`, `9 Nov`, `Nov 2026`. */
export function stepLabel(
  from: string,
  granularity: Granularity,
  timeZone: string,
): string {
  const formats = { day: 'ccc d LLL', week: 'd LLL', month: 'LLL yyyy' };
  return local(from, timeZone).toFormat(formats[granularity]);
}

/** Saturday or Sunday. */
export function isWeekend(from: string, timeZone: string): boolean {
  return local(from, timeZone).weekday > 5;
}

function local(from: string, timeZone: string): DateTime {
  return DateTime.fromISO(from, { zone: timeZone, locale: 'en-US' });
}
