import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { dateParts, dayKey } from '../format/dateParts';
import { windowSeconds } from '../slo/windowSeconds';
import type { PlotPoint } from './plotPoints';

/** Fraction of the window's budget that a day, or an hour of a single day, has used. */
export interface BudgetUse {
  /** Some instant within it. */
  at: Date;
  used: number;
}

export interface BudgetUses {
  unit: 'day' | 'hour';
  /** What an even pace uses in one unit. */
  pace: number;
  uses: BudgetUse[];
}

/** Days and hours of all time zones begin at multiples of a quarter of an hour. */
const SLICE_MS = 900_000;

/**
 * Where the budget went, by calendar days of the reader, or by hours where the chart shows no more than
 * two days. A bad event costs 1 / (total × (1 − objective)) of the budget; a step that lies in two units
 * is shared between them by time.
 */
export function budgetUse(options: {
  slo: SloStatus;
  points: PlotPoint[];
  timeZone?: string;
}): BudgetUses {
  const { slo, points, timeZone } = options;
  const first = points[0]?.from.getTime() ?? 0;
  const last = points[points.length - 1]?.at.getTime() ?? 0;
  const unit = last - first > 2 * 86_400_000 ? 'day' : 'hour';
  const budget = slo.total * (1 - slo.objective);
  const uses = new Map<string, BudgetUse>();
  for (const { from, at, good, total } of points) {
    const length = at.getTime() - from.getTime();
    const slices = Math.ceil(length / SLICE_MS);
    for (let i = 0; i < slices; i++) {
      const middle = new Date(from.getTime() + ((i + 0.5) * length) / slices);
      const key = unitKey(middle, unit, timeZone);
      const use = uses.get(key) ?? { at: middle, used: 0 };
      use.used += budget > 0 ? (total - good) / budget / slices : 0;
      uses.set(key, use);
    }
  }
  const unitSeconds = unit === 'day' ? 86_400 : 3600;
  return {
    unit,
    pace: unitSeconds / windowSeconds(slo.window),
    uses: [...uses.values()],
  };
}

function unitKey(at: Date, unit: 'day' | 'hour', timeZone?: string): string {
  const day = dayKey(at, timeZone);
  return unit === 'day' ? day : `${day} ${dateParts(at, timeZone).hour}`;
}
