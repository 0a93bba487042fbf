/** The document of the mission, as a service's repository holds it. */
export const seedDocument = `# slos/api-service.yaml — SLO document (checked into the service repo)
service: api-service
owner: platform-team
slos:
  - name: availability
    description: "Percentage of HTTP requests that succeed (non-5xx)"
    sli:
      # SLI measured from load balancer access logs
      metric: sum(rate(http_requests_total{status!~"5.."}[5m])) / sum(rate(http_requests_total[5m]))
    target: 0.995  # 99.5% = 3.65 hours downtime/month budget
    window: 30d
    error_budget_policy:
      # When > 50% of monthly budget consumed: slow releases, reliability focus
      - threshold: 0.5
        action: "Reliability review required before next feature release"
      # When > 100% consumed: feature freeze
      - threshold: 1.0
        action: "Feature freeze; all hands on reliability"

  - name: latency
    description: "95th percentile latency for POST /api/orders"
    sli:
      metric: histogram_quantile(0.95, rate(http_request_duration_seconds_bucket{path="/api/orders"}[5m]))
    target: 0.5  # 500ms p95
    window: 30d
`;
