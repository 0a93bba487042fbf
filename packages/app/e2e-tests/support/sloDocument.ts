/** An SLO of 99.5 % over 30 days, with the policy of the examples. */
export const sloDocument = (service: string) => `service: ${service}
slos:
  - name: availability
    sli:
      metric: sum(rate(http_requests_total{job="${service}",status!~"5.."}[5m])) / sum(rate(http_requests_total{job="${service}"}[5m]))
    target: 0.995
    window: 30d
    error_budget_policy:
      - threshold: 0.5
        action: Reliability review required before next feature release
      - threshold: 1.0
        action: Feature freeze; all hands on reliability
`;
