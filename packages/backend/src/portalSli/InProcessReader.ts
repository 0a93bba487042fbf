import {
  AggregationTemporality,
  MetricReader,
} from '@opentelemetry/sdk-metrics';

/** Hands out, when asked, what was recorded since it was asked the last time. */
export class InProcessReader extends MetricReader {
  constructor() {
    super({
      aggregationTemporalitySelector: () => AggregationTemporality.DELTA,
    });
  }

  protected async onForceFlush() {}

  protected async onShutdown() {}
}
