import type { LatencyIndicator } from '@golden-path/backstage-plugin-slo-common';
import type {
  MeasureRequest,
  SliSubject,
} from '@golden-path/backstage-plugin-slo-node';
import type { BatchedQueries } from '../queries/BatchedQueries';
import { chooseBound } from './chooseBound';
import { HistogramBounds } from './HistogramBounds';
import { withBound } from './withBound';

/** What becomes of a latency indicator on a server whose histograms have the bounds that they have. */
export interface LatencyTarget {
  /** Absent where there is nothing to measure. */
  indicator?: LatencyIndicator;
  warnings: string[];
  error?: string;
}

/** Fits latency indicators to the buckets that exist, so that no target counts as a total failure for want of one. */
export class LatencyTargets {
  readonly #bounds: HistogramBounds;

  constructor(queries: BatchedQueries) {
    this.#bounds = new HistogramBounds(queries);
  }

  /** Targets by key, of the subjects that have classic buckets. */
  async fit(request: MeasureRequest): Promise<Map<string, LatencyTarget>> {
    const indicators = new Map(request.subjects.flatMap(withBuckets));
    const bounds = await this.#bounds.read({
      ...request,
      selectors: new Map(
        [...indicators].map(([key, { buckets }]) => [key, buckets]),
      ),
    });
    return new Map(
      [...indicators].map(([key, indicator]) => {
        const { labels, error } = bounds.get(key)!;
        return [
          key,
          error
            ? { warnings: [], error }
            : fitIndicator(indicator, indicator.buckets, labels),
        ];
      }),
    );
  }

  /** To be called when requests were counted, but not those of the target's bucket. */
  forget(indicator: LatencyIndicator): void {
    if (indicator.buckets) {
      this.#bounds.forget(indicator.buckets);
    }
  }
}

function withBuckets({
  key,
  indicator,
}: SliSubject): [string, LatencyIndicator & { buckets: string }][] {
  return indicator.form === 'latency' && indicator.buckets
    ? [[key, { ...indicator, buckets: indicator.buckets }]]
    : [];
}

function fitIndicator(
  indicator: LatencyIndicator,
  buckets: string,
  labels: string[],
): LatencyTarget {
  const target = indicator.thresholdSeconds;
  const bound = chooseBound(labels, target);
  if (!bound) {
    return {
      warnings: [
        `There are no buckets of ${buckets} in the time that was asked for.`,
      ],
    };
  }
  return {
    indicator: { ...indicator, good: withBound(indicator.good, bound.labels) },
    warnings: bound.exact
      ? []
      : [
          `No bucket ends at ${target} s; ${bound.seconds} s, the nearest, is used.`,
        ],
  };
}
