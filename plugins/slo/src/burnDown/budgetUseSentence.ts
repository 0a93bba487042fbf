import { formatClock, formatDay } from '../format/formatMoment';
import { formatPercent } from '../format/formatPercent';
import type { SloTranslation } from '../translation/useSloTranslation';
import type { BudgetUses } from './budgetUse';

/** More than these the table tells better. */
const NAMED = 3;

/** The bars in words: the largest ones above the even pace by name, the rest together. */
export function budgetUseSentence(options: {
  budget: BudgetUses;
  now: Date;
  t: SloTranslation;
}): string {
  const { budget, now, t } = options;
  const title =
    budget.unit === 'day' ? t('burnDown.perDay') : t('burnDown.perHour');
  const sorted = [...budget.uses].sort((a, b) => b.used - a.used);
  const named = sorted.slice(0, NAMED).filter(({ used }) => used > budget.pace);
  const rest = formatPercent(sorted[named.length]?.used ?? 0);
  if (named.length === 0) {
    return t('burnDown.bars.all', { title, rest });
  }
  const list = named
    .map(({ at, used }) =>
      budget.unit === 'day'
        ? t('burnDown.bars.item', {
            used: formatPercent(used),
            at: formatDay(at, { now }),
          })
        : t('burnDown.bars.itemHour', {
            used: formatPercent(used),
            at: formatClock(at),
          }),
    )
    .join(', ');
  return t('burnDown.bars.top', { title, list, rest });
}
