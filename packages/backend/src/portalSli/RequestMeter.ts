import { Histogram } from '@opentelemetry/api';
import { DataPointType, MeterProvider } from '@opentelemetry/sdk-metrics';
import { RequestHandler } from 'express';
import { InProcessReader } from './InProcessReader';
import { isPortalRequest } from './isPortalRequest';
import { DURATION_BOUNDS, RequestCount } from './RequestCount';

/** Counts the portal's HTTP requests by status and duration, with OpenTelemetry. */
export class RequestMeter {
  readonly #reader = new InProcessReader();
  readonly #durations: Histogram;

  constructor() {
    // A provider of its own: one set globally has exporters, but nothing that can be read in-process.
    const provider = new MeterProvider({ readers: [this.#reader] });
    this.#durations = provider
      .getMeter('golden-path')
      .createHistogram('backstage_http_request_duration_seconds', {
        description: 'Duration of API requests from outside',
        unit: 's',
        advice: { explicitBucketBoundaries: DURATION_BOUNDS },
      });
  }

  /** Belongs in front of all else, so that nothing answers uncounted. */
  readonly middleware: RequestHandler = (req, res, next) => {
    if (isPortalRequest(req)) {
      const started = performance.now();
      res.once('finish', () => {
        const seconds = (performance.now() - started) / 1_000;
        this.#durations.record(seconds, { status: String(res.statusCode) });
      });
    }
    next();
  };

  /** The requests since the last call. */
  async collect(): Promise<RequestCount[]> {
    const { resourceMetrics } = await this.#reader.collect();
    return resourceMetrics.scopeMetrics
      .flatMap(scope => scope.metrics)
      .flatMap(metric =>
        metric.dataPointType === DataPointType.HISTOGRAM
          ? metric.dataPoints
          : [],
      )
      .map(({ attributes, value: { buckets } }) => ({
        status: Number(attributes.status),
        buckets: buckets.counts,
      }));
  }
}
