import type { PrometheusSeries } from '../../plugins/slo-backend/src/prometheus/__testUtils__/PrometheusSeries';

/** Requests per second, and which of them count as what. */
const RATES: [string, Record<string, string>, number][] = [
  ['http_requests_total', { status: '200' }, 19.9],
  ['http_requests_total', { status: '500' }, 0.1],
  ['http_request_duration_seconds_bucket', { le: '0.1' }, 12],
  ['http_request_duration_seconds_bucket', { le: '0.25' }, 17],
  ['http_request_duration_seconds_bucket', { le: '0.5' }, 19.5],
  ['http_request_duration_seconds_bucket', { le: '1' }, 19.9],
  ['http_request_duration_seconds_bucket', { le: '+Inf' }, 20],
  ['http_request_duration_seconds_count', {}, 20],
];

/** Counters of services. The samples of a series are made when they are asked for: all at once fill the memory. */
export function serviceSeries(options: {
  job: string;
  services: string[];
  /** Instants and seconds between scrapes. */
  from: number;
  to: number;
  scrape: number;
}): PrometheusSeries[] {
  const { job, services, from, to, scrape } = options;
  const count = Math.floor((to - from) / scrape);
  return services.flatMap((service, index) =>
    RATES.map(([name, labels, perSecond]) => ({
      name,
      labels: { job, service, ...labels },
      get samples() {
        const perScrape = perSecond * scrape * (1 + (index % 7) / 7);
        return Array.from({ length: count }, (_, scrapes) => ({
          at: from + scrapes * scrape,
          value: Math.floor(scrapes * perScrape),
        }));
      },
    })),
  );
}
