/**
 * A service's document: availability and latency in the house format.
 *
 * @param options - `series`: label matchers of the service's time series; `range`: that of the rates, which is the
 * width of the tiles
 */
export function sloDocument(options: {
  service: string;
  series: string;
  range: '1m' | '5m';
}): string {
  const { service, series, range } = options;
  return `
service: ${service}
owner: team
slos:
  - name: availability
    description: Percentage of HTTP requests that succeed (non-5xx)
    sli:
      metric: sum(rate(http_requests_total{${series},status!~"5.."}[${range}])) / sum(rate(http_requests_total{${series}}[${range}]))
    target: 0.995
    window: 30d
    error_budget_policy:
      - threshold: 0.5
        action: Reliability review required before next feature release
      - threshold: 1.0
        action: Feature freeze; all hands on reliability
  - name: latency
    description: 95th percentile latency
    sli:
      metric: histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{${series}}[${range}])))
    target: 0.5
    window: 30d
`;
}
