import type { Entity } from '@backstage/catalog-model';
import type {
  EntityBudget,
  SloDetail,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';

/** The moment at which all fixtures were taken. */
export const now = new Date('2026-11-23T14:55:00Z');

export const apiService: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'api-service',
    namespace: 'default',
    annotations: {
      'golden-path.io/slo': 'slos/*.yaml',
      'backstage.io/view-url':
        'https://github.com/acme/api-service/blob/main/catalog-info.yaml',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'platform-team' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform-team' }],
};

/** Budget left over 30 days in half-day steps, with the losses of 3, 11 and 19 November. */
function sparkline(losses: { at: number; cost: number }[], slope: number) {
  return Array.from({ length: 61 }, (_, i) =>
    losses
      .filter(({ at }) => i >= at)
      .reduce((left, { cost }) => left - cost, 1 - (slope * i) / 60),
  );
}

export const availability: SloStatus = {
  id: 'c2xvOmF2YWlsYWJpbGl0eQ',
  entityRef: 'component:default/api-service',
  ownerRef: 'group:default/platform-team',
  systemRef: 'system:default/orders',
  name: 'availability',
  description: 'Percentage of HTTP requests that succeed (non-5xx)',
  objective: 0.995,
  objectiveDefaulted: false,
  indicator: { form: 'ratio' },
  window: {
    type: 'rolling',
    seconds: 2_592_000,
    from: '2026-10-24T14:55:00Z',
    to: '2026-11-23T14:55:00Z',
  },
  sli: 0.99691,
  good: 37_397_217,
  total: 37_513_133,
  budget: {
    consumed: 0.618,
    remaining: 0.382,
    remainingSeconds: 4951,
    remainingEvents: 71_650.4,
  },
  sparkline: sparkline(
    [
      { at: 20, cost: 0.053 },
      { at: 36, cost: 0.334 },
      { at: 52, cost: 0.031 },
    ],
    0.2,
  ),
  burnRates: [
    { seconds: 3600, value: 0.2 },
    { seconds: 21_600, value: 0.21 },
    { seconds: 259_200, value: 0.19 },
  ],
  alerts: [
    alert('page', 3600, 300, 14.4, 0.2, 0.1),
    alert('page', 21_600, 1800, 6, 0.21, 0.2),
    alert('ticket', 86_400, 7200, 3, 0.2, 0.2),
    alert('ticket', 259_200, 21_600, 1, 0.19, 0.21),
  ],
  policy: {
    thresholds: [
      {
        threshold: 0.5,
        action: 'Reliability review required before next feature release',
        effect: 'review',
      },
      {
        threshold: 1,
        action: 'Feature freeze; all hands on reliability',
        effect: 'freeze',
      },
    ],
    active: {
      threshold: 0.5,
      action: 'Reliability review required before next feature release',
      effect: 'review',
      since: '2026-11-11T15:45:00Z',
    },
    inherited: false,
  },
  data: {
    state: 'ok',
    frozen: false,
    coverage: 1,
    watermark: '2026-11-23T14:55:00Z',
    source: { type: 'push', name: 'demo-ci', demo: true },
    generationSince: '2026-10-19T14:00:00Z',
    gaps: [],
    anomalies: 0,
    tileSeconds: 300,
  },
  forecast: null,
  document: {
    file: 'slos/api-service.yaml',
    url: 'https://github.com/acme/api-service/blob/main/slos/api-service.yaml',
    revision: '4a1f9c2',
    readAt: '2026-11-20T13:30:00Z',
  },
  problems: [],
};

export const latency: SloStatus = {
  ...availability,
  id: 'c2xvOmxhdGVuY3k',
  name: 'latency',
  description: '95th percentile latency for POST /api/orders',
  objective: 0.95,
  indicator: {
    form: 'latency',
    thresholdSeconds: 0.5,
    subject: 'POST /api/orders',
  },
  sli: 0.9861,
  good: 3_007_000,
  total: 3_049_386,
  budget: {
    consumed: 0.278,
    remaining: 0.722,
    remainingSeconds: 93_571,
    remainingEvents: 42_390.9,
  },
  sparkline: sparkline(
    [
      { at: 24, cost: 0.012 },
      { at: 36, cost: 0.036 },
    ],
    0.23,
  ),
  policy: {
    thresholds: availability.policy.thresholds,
    active: null,
    inherited: true,
  },
};

/** A card's answer as it comes on an ordinary day. */
export const entityBudget: EntityBudget = {
  slos: [availability, latency],
  reason: null,
  problems: [],
  annotation: 'slos/*.yaml',
  lookedIn: 'github.com/acme/api-service at 4a1f9c2',
};

export const availabilityDetail: SloDetail = {
  ...availability,
  definition: {
    format: 'golden-path',
    service: 'api-service',
    name: 'availability',
    owner: 'platform-team',
    description: availability.description,
    objective: 0.995,
    window: { type: 'rolling', seconds: 2_592_000 },
    method: 'occurrences',
    indicator: {
      form: 'ratio',
      good: 'sum(rate(http_requests_total{status!~"5.."}[5m]))',
      total: 'sum(rate(http_requests_total[5m]))',
      inferred: true,
      warnings: [],
      rangeSeconds: 300,
    },
    policy: availability.policy.thresholds,
    gapPolicy: 'gap',
    location: {
      file: 'slos/api-service.yaml',
      line: 5,
      indicatorLine: 9,
      policyLines: { from: 12, to: 18 },
    },
  },
};

export const latencyDetail: SloDetail = {
  ...latency,
  definition: {
    ...availabilityDetail.definition,
    name: 'latency',
    description: latency.description,
    objective: 0.95,
    indicator: {
      form: 'latency',
      good: 'sum(rate(http_request_duration_seconds_bucket{path="/api/orders",le="0.5"}[5m]))',
      total:
        'sum(rate(http_request_duration_seconds_count{path="/api/orders"}[5m]))',
      thresholdSeconds: 0.5,
      buckets: 'http_request_duration_seconds_bucket{path="/api/orders"}',
      inferred: true,
      warnings: [
        'The histogram is summed over all its other labels: write sum by (le) (…) to say so.',
      ],
      rangeSeconds: 300,
    },
    policy: [],
    location: {
      file: 'slos/api-service.yaml',
      line: 20,
      indicatorLine: 23,
    },
  },
};

function alert(
  severity: 'page' | 'ticket',
  longSeconds: number,
  shortSeconds: number,
  factor: number,
  longBurn: number,
  shortBurn: number,
) {
  return {
    severity,
    longSeconds,
    shortSeconds,
    factor,
    longBurn,
    shortBurn,
    firing: false,
  };
}
