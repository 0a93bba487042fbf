import type { RangeSeries } from '../client/prometheusAnswer';

export interface ValuesByTime {
  /** Value by instant in seconds since the epoch. */
  values: Map<number, number>;
  /** Largest number of series at one instant. */
  seriesAtOnce: number;
}

/** Lays the series of one expression over each other; they may take turns, but not overlap. */
export function valuesByTime(series: RangeSeries[] = []): ValuesByTime {
  const values = new Map<number, number>();
  const counts = new Map<number, number>();
  let seriesAtOnce = 0;
  for (const one of series) {
    for (const [at, value] of one.values) {
      const time = Math.round(at);
      const count = (counts.get(time) ?? 0) + 1;
      counts.set(time, count);
      values.set(time, value);
      seriesAtOnce = Math.max(seriesAtOnce, count);
    }
  }
  return { values, seriesAtOnce };
}
