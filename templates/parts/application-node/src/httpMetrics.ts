import {
  collectDefaultMetrics,
  Counter,
  Histogram,
  Registry,
} from 'prom-client';

/** Methods with a series of their own; clients may send any word. */
const METHODS = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
]);

/** Gauges of prom-client whose names end as only a counter's may. */
const MISNAMED = [
  'nodejs_active_resources_total',
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
];

interface Request {
  method: string;
  /** The template of the route, never the path: paths are without number. */
  route: string;
  status: number;
}

/** The metrics that the objectives in slos/ are computed from, and those of the process. */
export class HttpMetrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: 'http_requests_total',
    help: 'HTTP requests answered, by method, route template and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers: [this.#registry],
  });
  readonly #duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer, in seconds.',
    labelNames: ['method', 'route', 'status'] as const,
    // A latency objective is exact where its target is one of these.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    for (const name of MISNAMED) {
      this.#registry.removeSingleMetric(name);
    }
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All metrics, in the text format of Prometheus. */
  async render(): Promise<string> {
    return this.#registry.metrics();
  }

  observe({ seconds, ...request }: Request & { seconds: number }): void {
    const labels = toLabels(request);
    this.#requests.inc(labels);
    this.#duration.observe(labels, seconds);
  }

  /** Shows a series at zero, since the step from nothing to one is no increase that a rate could see. */
  announce(request: Request): void {
    const labels = toLabels(request);
    this.#requests.inc(labels, 0);
    this.#duration.zero(labels);
  }
}

function toLabels({ method, route, status }: Request) {
  return {
    method: METHODS.has(method) ? method : 'other',
    route,
    status: String(status),
  };
}
