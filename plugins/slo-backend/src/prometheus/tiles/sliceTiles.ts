import type { SliceOperator } from '@golden-path/backstage-plugin-slo-common';
import type { MeasuredTile } from '@golden-path/backstage-plugin-slo-node';

const MEETS: Record<SliceOperator, (value: number, bound: number) => boolean> =
  {
    lt: (value, bound) => value < bound,
    lte: (value, bound) => value <= bound,
    gt: (value, bound) => value > bound,
    gte: (value, bound) => value >= bound,
  };

/** Judges the value at each tile's end: one slice, good or not. A slice without a number is left out. */
export function sliceTiles(options: {
  values: Map<number, number>;
  op: SliceOperator;
  value: number;
  tileSeconds: number;
}): MeasuredTile[] {
  const { values, op, value, tileSeconds } = options;
  return [...values]
    .filter(([, measured]) => !Number.isNaN(measured))
    .sort(([a], [b]) => a - b)
    .map(([end, measured]) => ({
      start: end - tileSeconds,
      good: MEETS[op](measured, value) ? 1 : 0,
      total: 1,
      anomaly: false,
    }));
}
