/**
 * The PromQL behind an SLI. Expressions are complete instant queries; those of `ratio` and `latency`
 * are per-second rates over the tile's width, so that count = value × width.
 *
 * @public
 */
export type Indicator = RatioIndicator | LatencyIndicator | SlicesIndicator;

/**
 * What all forms of indicators say about themselves.
 *
 * @public
 */
export interface IndicatorBase {
  /** True where good and total were derived from one expression instead of being written out. */
  inferred: boolean;
  /** What the reader should know about the derivation, in full sentences. */
  warnings: string[];
  /** Range that the document's own rates name, in seconds: the base tile. Absent: measured. */
  rangeSeconds?: number;
}

/**
 * Good (or bad) events over all events. Exactly one of `good` and `bad` is there.
 *
 * @public
 */
export interface RatioIndicator extends IndicatorBase {
  /** Tells the forms apart. */
  form: 'ratio';
  /** Rate of good events. */
  good?: string;
  /** Rate of bad events. */
  bad?: string;
  /** Rate of all events. */
  total: string;
}

/**
 * Requests not slower than `thresholdSeconds` over all requests, from a histogram.
 *
 * @public
 */
export interface LatencyIndicator extends IndicatorBase {
  /** Tells the forms apart. */
  form: 'latency';
  /** Rate of requests not slower than the threshold. */
  good: string;
  /** Rate of all requests. */
  total: string;
  /** Longest duration of a good request. */
  thresholdSeconds: number;
  /** Selector of the histogram's `_bucket` series, for classic histograms; tells which bounds exist. */
  buckets?: string;
}

/**
 * How the value of a good slice compares with the bound: less, at most, greater, at least.
 *
 * @public
 */
export type SliceOperator = 'lt' | 'lte' | 'gt' | 'gte';

/**
 * A value that is compared with a bound once per slice of time.
 *
 * @public
 */
export interface SlicesIndicator extends IndicatorBase {
  /** Tells the forms apart. */
  form: 'slices';
  /** Gives the value of the slice that ends at the instant of the query. */
  query: string;
  /** How the value of a good slice compares with the bound. */
  op: SliceOperator;
  /** The bound, in the query's own unit. */
  value: number;
  /** The first vector selector of the query: what the scrape interval is measured by. */
  selector?: string;
}
