import type { FactCounts } from '../metrics/FactSet';

/** What the facts of a window say about themselves. */
export interface WindowCounts {
  counts: FactCounts;
  /** Shipped changes. */
  changes: number;
  wasObserved: boolean;
}
