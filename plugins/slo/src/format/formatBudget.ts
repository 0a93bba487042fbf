import { formatPercent } from './formatPercent';
import { roundPercent } from './roundPercent';

/** A budget in words: the two texts always add up to 100 %. */
export interface BudgetText {
  used: string;
  left: string;
  /** How much more than the budget was used; undefined while it lasts. */
  over?: string;
}

/** Left is 100 minus the rounded used, not rounded by itself. */
export function formatBudget(consumed: number | null): BudgetText {
  if (consumed === null) {
    return { used: '–', left: '–' };
  }
  const left = (100 - roundPercent(consumed, 1)) / 100;
  return {
    used: formatPercent(consumed),
    left: formatPercent(left),
    ...(left < 0 && { over: formatPercent(-left) }),
  };
}
