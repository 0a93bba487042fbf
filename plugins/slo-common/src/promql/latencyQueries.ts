import { bucketMatcher } from './bucketMatcher';
import type { Histogram } from './readHistogram';
import { formatSelector, type Selector } from './readSelector';
import { toPerSecondRates } from './toPerSecondRates';

const BUCKET_SUFFIX = '_bucket';

/**
 * The queries that count fast and all requests of a histogram.
 */
export interface LatencyQueries {
  good: string;
  total: string;
  /** Selector of the `_bucket` series, for classic histograms. */
  buckets?: string;
  rangeSeconds?: number;
  warnings: string[];
}

/**
 * Turns a histogram into the rates of requests that take at most a threshold, and of all requests.
 */
export function latencyQueries(
  histogram: Histogram,
  thresholdSeconds: number,
): LatencyQueries {
  return histogram.selector.metric.endsWith(BUCKET_SUFFIX)
    ? classicQueries(histogram, thresholdSeconds)
    : nativeQueries(histogram, thresholdSeconds);
}

function classicQueries(
  histogram: Histogram,
  threshold: number,
): LatencyQueries {
  const { selector } = histogram;
  const bucket = { label: 'le', text: bucketMatcher(threshold) };
  const good = { ...selector, matchers: [...selector.matchers, bucket] };
  const total = {
    ...selector,
    metric: `${selector.metric.slice(0, -BUCKET_SUFFIX.length)}_count`,
  };
  const { texts, rangeSeconds, warnings } = ratesOf(histogram, [good, total]);
  return {
    good: `sum(${texts[0]})`,
    total: `sum(${texts[1]})`,
    buckets: formatSelector(selector),
    rangeSeconds,
    warnings,
  };
}

function nativeQueries(
  histogram: Histogram,
  threshold: number,
): LatencyQueries {
  const { texts, rangeSeconds, warnings } = ratesOf(histogram, [
    histogram.selector,
  ]);
  const total = `histogram_count(sum(${texts[0]}))`;
  return {
    good: `histogram_fraction(0, ${threshold}, sum(${texts[0]})) * ${total}`,
    total,
    rangeSeconds,
    warnings,
  };
}

function ratesOf(histogram: Histogram, selectors: Selector[]) {
  const { query, rate, selectorNode } = histogram;
  const rates = toPerSecondRates(
    selectors.map(selector => ({
      query,
      node: rate,
      edits: [
        {
          from: selectorNode.from,
          to: selectorNode.to,
          text: formatSelector(selector),
        },
      ],
    })),
  );
  return { ...rates, warnings: [...histogram.warnings, ...rates.warnings] };
}
