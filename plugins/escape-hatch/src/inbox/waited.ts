import type { InboxItem } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { EscapeHatchTranslation } from '../translation/useEscapeHatchTranslation';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long an item has waited: whole working days or, on its first one, hours or minutes; floored. */
export function waited(
  item: InboxItem,
  now: Date,
  t: EscapeHatchTranslation,
): string {
  if (item.workingDays > 0) {
    return t('inbox.waited.workingDays', { count: item.workingDays });
  }
  const ms = Math.max(0, now.getTime() - Date.parse(item.waitingSince));
  if (ms < MINUTE_MS) {
    return t('inbox.waited.now');
  }
  if (ms < HOUR_MS) {
    const minutes = Math.floor(ms / MINUTE_MS);
    return t('inbox.waited.minutes', { n: String(minutes) });
  }
  // Over a weekend many hours make no working day.
  const hours = Math.floor(ms / HOUR_MS);
  return hours < 24
    ? t('inbox.waited.hours', { n: String(hours) })
    : t('inbox.waited.short');
}
