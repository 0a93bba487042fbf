/**
 * The PromQL behind an SLI. Expressions are complete instant queries; those of `ratio` and `latency`
 * are per-second rates over the tile's width, so that count = value × width.
 *
 * @public
 */
export type Indicator = RatioIndicator | LatencyIndicator | SlicesIndicator;

/** @public */
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
  form: 'ratio';
  good?: string;
  bad?: string;
  total: string;
}

/**
 * Requests not slower than `thresholdSeconds` over all requests, from a histogram.
 *
 * @public
 */
export interface LatencyIndicator extends IndicatorBase {
  form: 'latency';
  good: string;
  total: string;
  thresholdSeconds: number;
  /** Selector of the histogram's `_bucket` series, for classic histograms; tells which bounds exist. */
  buckets?: string;
}

/** @public */
export type SliceOperator = 'lt' | 'lte' | 'gt' | 'gte';

/**
 * A value that is compared with a bound once per slice of time.
 *
 * @public
 */
export interface SlicesIndicator extends IndicatorBase {
  form: 'slices';
  query: string;
  op: SliceOperator;
  value: number;
  /** The first vector selector of the query: what the scrape interval is measured by. */
  selector?: string;
}
