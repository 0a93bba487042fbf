/** What a stretch of time adds up to. */
export interface Sums {
  /** Measured seconds. */
  covered: number;
  good: number;
  total: number;
  /** Tiles whose good was greater than total. */
  anomalies: number;
}

/** A measured stretch of time. Instants are seconds since the epoch. */
export interface Tile extends Sums {
  end: number;
  /** Length; more than `covered` where part of it was not measured. */
  seconds: number;
}

/** A stored tile, with the sums of all tiles up to its end from an arbitrary origin. */
export interface StoredTile extends Tile {
  cum: Sums;
}

export const noSums: Sums = { covered: 0, good: 0, total: 0, anomalies: 0 };

export function addSums(a: Sums, b: Sums): Sums {
  return {
    covered: a.covered + b.covered,
    good: a.good + b.good,
    total: a.total + b.total,
    anomalies: a.anomalies + b.anomalies,
  };
}

export function subtractSums(a: Sums, b: Sums): Sums {
  return {
    covered: a.covered - b.covered,
    good: a.good - b.good,
    total: a.total - b.total,
    anomalies: a.anomalies - b.anomalies,
  };
}

export function sumsOf({ covered, good, total, anomalies }: Sums): Sums {
  return { covered, good, total, anomalies };
}
