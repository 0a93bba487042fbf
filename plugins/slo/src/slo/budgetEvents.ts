import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { formatCount } from '../format/formatCount';
import type { SloTranslation } from '../translation/useSloTranslation';

/** How many failures are left, or over budget, in the words of what is counted. */
export function budgetEvents(
  slo: SloStatus,
  t: SloTranslation,
): string | undefined {
  const { remainingEvents } = slo.budget;
  if (remainingEvents === null) {
    return undefined;
  }
  const count = Math.trunc(Math.abs(remainingEvents));
  const options = { count, events: formatCount(count) };
  const isOver = remainingEvents < 0;
  switch (slo.indicator.form) {
    case 'latency':
      return isOver
        ? t('card.budget.overLatency', options)
        : t('card.budget.leftLatency', options);
    case 'slices':
      return isOver
        ? t('card.budget.overSlices', options)
        : t('card.budget.leftSlices', options);
    default:
      return isOver
        ? t('card.budget.overRatio', options)
        : t('card.budget.leftRatio', options);
  }
}
