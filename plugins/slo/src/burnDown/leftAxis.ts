/** Points of percent by which the axis grows below zero. */
const STEP = 25;
const MAX_TICKS = 9;

/** An axis of budget left, in percent: always 100 to −25, and as far below as the budget went. */
export interface LeftAxis {
  bottom: number;
  /** From 100 down. */
  ticks: number[];
}

export function leftAxis(leastLeft: number): LeftAxis {
  const bottom = Math.min(-STEP, Math.floor((leastLeft * 100) / STEP) * STEP);
  // Far below zero the lines stand further apart, still at multiples of 25.
  let step = STEP;
  while ((100 - bottom) / step + 1 > MAX_TICKS) {
    step *= 2;
  }
  const ticks = [];
  for (let tick = 100; tick >= bottom; tick -= step) {
    ticks.push(tick);
  }
  return { bottom, ticks: ticks.includes(0) ? ticks : [...ticks, 0] };
}
