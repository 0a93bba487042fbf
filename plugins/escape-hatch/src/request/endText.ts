import { formatEnd, isEndOfDay } from '../format/formatEnd';
import type { ViewContext } from './ViewContext';

/** `Sun 29 Nov, end of day`, or day and time. */
export function endText(expiresAt: string, context: ViewContext): string {
  const day = formatEnd(expiresAt, context);
  return isEndOfDay(expiresAt, context.timeZone)
    ? context.t('common.endOfDay', { day })
    : day;
}
