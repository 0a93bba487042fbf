import type { Sums } from '../tiles/Tile';

/** Firing state of one burn-rate alert, by its long window. */
export interface AlertState {
  longSeconds: number;
  longBurn: number | null;
  shortBurn: number | null;
  firing: boolean;
  /** Seconds since the epoch. */
  since: number | null;
}

/**
 * What is computed whenever tiles or definition change, and only shown when read. Instants are seconds since the
 * epoch.
 */
export interface StoredStatus {
  window: { from: number; to: number };
  sums: Sums;
  coverage: number;
  /** Since when coverage is too low; null while it is not. */
  partialSince: number | null;
  /** While backfilling: loaded fraction of the window. */
  loaded: number | null;
  burnRates: { seconds: number; value: number | null }[];
  alerts: AlertState[];
  sparkline: { to: number; remaining: (number | null)[] };
  gaps: { from: number; to: number }[];
}

/** States that follow from the tiles; staleness follows from the clock. */
export type TileState =
  | 'empty'
  | 'backfilling'
  | 'partial'
  | 'no-traffic'
  | 'ok';

/** Seconds without a new tile after which data are stale. */
export function staleAfterSeconds(tileSeconds: number): number {
  return Math.max(900, 3 * tileSeconds);
}
