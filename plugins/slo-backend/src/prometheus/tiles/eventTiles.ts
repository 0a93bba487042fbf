import type { MeasuredTile } from '@golden-path/backstage-plugin-slo-node';
import { TileWarnings } from './TileWarnings';

/** Rounding of floats that makes good exceed total by no more than this share is no anomaly. */
const ROUNDING = 1e-9;

/** What a tile means that has requests, but no value of the counted ones. */
export type MissingCount = 'none-counted' | 'unknown';

/** Turns per-second rates at the tiles' ends into counts. Both maps go by instant in seconds. */
export function eventTiles(options: {
  counts: 'good' | 'bad';
  counted: Map<number, number>;
  total: Map<number, number>;
  tileSeconds: number;
  missingCount: MissingCount;
}): { tiles: MeasuredTile[]; warnings: TileWarnings } {
  const { counts, counted, total, tileSeconds, missingCount } = options;
  const warnings = new TileWarnings();
  const tiles: MeasuredTile[] = [];
  for (const end of [...total.keys()].sort((a, b) => a - b)) {
    const start = end - tileSeconds;
    const all = total.get(end)! * tileSeconds;
    const missing = !counted.has(end);
    const count = (counted.get(end) ?? 0) * tileSeconds;
    if (!isAmount(all) || !isAmount(count)) {
      continue;
    }
    if (all < 0 || count < 0) {
      warnings.add('negative', start);
    } else if (missing && all > 0 && missingCount === 'unknown') {
      warnings.add('uncounted', start);
    } else {
      const anomaly = count > all * (1 + ROUNDING);
      const clamped = Math.min(count, all);
      tiles.push({
        start,
        good: counts === 'good' ? clamped : all - clamped,
        total: all,
        anomaly,
      });
    }
  }
  return { tiles, warnings };
}

/** Not NaN, and not so large that counts are inexact and their sums might become infinite. */
function isAmount(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}
