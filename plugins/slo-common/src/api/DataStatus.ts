/**
 * What can be said about an SLO's data, worst first. `frozen` goes with the first three: numbers are
 * shown as far as they are known, but alerts, policy and gate keep their last state.
 *
 * @public
 */
export type DataState =
  | 'empty'
  | 'backfilling'
  | 'stale'
  | 'partial'
  | 'no-traffic'
  | 'ok';

/**
 * A time within the window for which nothing was measured.
 *
 * @public
 */
export interface DataGap {
  /** Beginning, RFC 3339. */
  from: string;
  /** End, RFC 3339. */
  to: string;
}

/**
 * Where the numbers of an SLO come from.
 *
 * @public
 */
export interface DataSource {
  /** `push` for samples that were sent, else the type of the provider that measures. */
  type: 'prometheus' | 'push' | string;
  /** Name of the metric source, or subject of the last push; null before the first push. */
  name: string | null;
  /** True for labelled demonstration data. */
  demo?: boolean;
}

/**
 * How complete and how recent the data behind an SLO are.
 *
 * @public
 */
export interface DataStatus {
  /** The first of the states, in their order, that applies. */
  state: DataState;
  /** True where alerts, policy and gate keep their last state instead of being judged. */
  frozen: boolean;
  /** Measured fraction of the window, from the later of its start and the first tile. */
  coverage: number;
  /** While backfilling: fraction of the window that is loaded. */
  loaded?: number;
  /** End of the newest measured tile, RFC 3339; null while there is none. */
  watermark: string | null;
  /** Where the numbers come from. */
  source: DataSource;
  /** RFC 3339 instant since when the present query counts. */
  generationSince: string;
  /** The query before it, where there was one: its number, until when it counted, and what was consumed then. */
  previousGeneration?: {
    generation: number;
    until: string;
    consumed: number | null;
  };
  /** The most recent gaps of the window, newest first. */
  gaps: DataGap[];
  /** Tiles of the window in which good was greater than total and was clamped. */
  anomalies: number;
  /** Width of the newest tile in seconds; null while there is none. */
  tileSeconds: number | null;
  /** RFC 3339 instant at which the owner was told that the data are stale or partial. */
  notifiedAt?: string;
  /** Why the source did not answer, and since when; absent while it does. */
  sourceError?: { message: string; since: string };
}
