/** Where an empty budget stands, so that a quarter of overspend finds room to the left of it. */
const ZERO = 20;
const WIDTH = 100;

/** A budget bar in units of a hundredth of its width. */
export interface BudgetBarGeometry {
  zero: number;
  fill: { x: number; width: number };
  /** Where policy thresholds stand; the one of the whole budget is the zero line itself. */
  ticks: number[];
}

/** A full budget fills from zero to the right end; overspend grows to the left and is clipped there. */
export function budgetBarGeometry(options: {
  /** Fraction of the budget; negative when overspent. */
  remaining: number;
  /** Consumed fractions. */
  thresholds: number[];
}): BudgetBarGeometry {
  const end = position(options.remaining);
  return {
    zero: ZERO,
    fill: { x: Math.min(ZERO, end), width: Math.abs(end - ZERO) },
    ticks: options.thresholds
      .map(threshold => 1 - threshold)
      .map(position)
      .filter(x => x > 0 && x < WIDTH && x !== ZERO),
  };
}

function position(remaining: number): number {
  const x = ZERO + remaining * (WIDTH - ZERO);
  return Math.min(WIDTH, Math.max(0, x));
}
