import type { Period } from '../period/Period';
import { periodDays } from '../period/periodDays';
import type { DoraTranslation } from '../translation/useDoraTranslation';

/** How long a period is: `4 weeks`, `30 days`. */
export function periodSpan(period: Period, t: DoraTranslation): string {
  const days = periodDays(period);
  return days % 7 === 0
    ? t('chart.span.weeks', { count: days / 7 })
    : t('chart.span.days', { count: days });
}
