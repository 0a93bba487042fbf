import type { EscapeHatchTranslation } from '../translation/useEscapeHatchTranslation';
import { daysSince } from './daysSince';
import { formatClock, formatDay } from './formatMoment';
import type { MomentContext } from './MomentContext';

/** When something was last used: `today, 11:20`, `9 Nov, 17:41`. */
export function formatUsed(
  at: string,
  context: MomentContext,
  t: EscapeHatchTranslation,
): string {
  const time = formatClock(at, context.timeZone);
  return daysSince(at, context) === 0
    ? t('list.usedToday', { time })
    : `${formatDay(at, context)}, ${time}`;
}
