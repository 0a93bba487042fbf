import type {
  EntityBudget,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { availability, entityBudget, latency } from './slos';

function only(...slos: SloStatus[]): EntityBudget {
  return { ...entityBudget, slos };
}

const staleSlo: SloStatus = {
  ...availability,
  data: {
    ...availability.data,
    state: 'stale',
    frozen: true,
    watermark: '2026-11-23T12:05:00Z',
    notifiedAt: '2026-11-23T12:50:00Z',
    sourceError: {
      message: 'Prometheus main did not answer within 30 s',
      since: '2026-11-23T12:06:00Z',
    },
  },
};

const backfillingSlo: SloStatus = {
  ...availability,
  budget: {
    consumed: 0.506,
    remaining: 0.494,
    remainingSeconds: 6402,
    remainingEvents: 55_580,
  },
  policy: { ...availability.policy, active: null },
  sparkline: availability.sparkline.map((left, i) => (i < 24 ? null : left)),
  data: {
    ...availability.data,
    state: 'backfilling',
    frozen: true,
    loaded: 0.6,
    coverage: 1,
  },
};

const newQuerySlo: SloStatus = {
  ...availability,
  budget: {
    consumed: 0.037,
    remaining: 0.963,
    remainingSeconds: 12_480,
    remainingEvents: 18_060,
  },
  policy: { ...availability.policy, active: null },
  sparkline: availability.sparkline.map((_, i) =>
    i < 54 ? null : 1 - (i - 54) * 0.006,
  ),
  data: {
    ...availability.data,
    generationSince: '2026-11-20T13:30:00Z',
    previousGeneration: {
      generation: 1,
      until: '2026-11-20T13:30:00Z',
      consumed: 0.41,
    },
  },
};

export const overspentSlo: SloStatus = {
  ...availability,
  objective: 0.999,
  sli: 0.998726,
  total: 21_123_000,
  good: 21_096_089,
  budget: {
    consumed: 1.274,
    remaining: -0.274,
    remainingSeconds: -710,
    remainingEvents: -5788.3,
  },
  sparkline: availability.sparkline.map(left =>
    left === null ? null : 1 - (1 - left) * 2.06,
  ),
  policy: {
    ...availability.policy,
    active: {
      threshold: 1,
      action: 'Feature freeze; all hands on reliability',
      effect: 'freeze',
      since: '2026-11-20T11:25:00Z',
    },
  },
};

const pagingSlo: SloStatus = {
  ...availability,
  burnRates: [
    { seconds: 3600, value: 16.1 },
    { seconds: 21_600, value: 3.2 },
  ],
  alerts: availability.alerts.map((alert, i) =>
    i === 0
      ? {
          ...alert,
          longBurn: 16.1,
          shortBurn: 18.4,
          firing: true,
          since: '2026-11-23T14:38:00Z',
        }
      : alert,
  ),
};

const partialSlo: SloStatus = {
  ...latency,
  budget: {
    consumed: 0.312,
    remaining: 0.688,
    remainingSeconds: 89_164,
    remainingEvents: 33_090,
  },
  sparkline: latency.sparkline.map((left, i) =>
    i > 25 && i < 36 ? null : left,
  ),
  data: {
    ...latency.data,
    state: 'partial',
    coverage: 0.821,
    gaps: [
      { from: '2026-11-20T02:00:00Z', to: '2026-11-20T02:40:00Z' },
      { from: '2026-11-06T01:00:00Z', to: '2026-11-11T10:20:00Z' },
    ],
  },
};

const noTrafficSlo: SloStatus = {
  ...availability,
  sli: null,
  good: 0,
  total: 0,
  budget: {
    consumed: 0,
    remaining: 1,
    remainingSeconds: 12_960,
    remainingEvents: 0,
  },
  burnRates: availability.burnRates.map(({ seconds }) => ({
    seconds,
    value: null,
  })),
  policy: { ...availability.policy, active: null },
  data: { ...availability.data, state: 'no-traffic' },
};

const emptySlo: SloStatus = {
  ...noTrafficSlo,
  budget: {
    consumed: null,
    remaining: null,
    remainingSeconds: null,
    remainingEvents: null,
  },
  sparkline: [],
  data: {
    ...availability.data,
    state: 'empty',
    frozen: true,
    coverage: 0,
    watermark: null,
    tileSeconds: null,
  },
};

/** Every state a card's answer can be in, by the name it goes by in tests and in the gallery. */
export const states = {
  ordinary: entityBudget,
  noAnnotation: {
    slos: [],
    reason: 'no-annotation',
    problems: [],
  },
  noMatch: {
    slos: [],
    reason: 'no-match',
    problems: [],
    annotation: 'slos/*.yaml',
    lookedIn: 'github.com/acme/api-service at 4a1f9c2',
  },
  allBroken: {
    slos: [],
    reason: 'all-broken',
    problems: [
      {
        severity: 'error',
        file: 'slos/api-service.yaml',
        line: 3,
        column: 1,
        path: '',
        message: 'expected a list of SLOs, got nothing',
      },
    ],
    annotation: 'slos/*.yaml',
  },
  stale: only(staleSlo),
  backfilling: only(backfillingSlo),
  newQuery: only(newQuerySlo),
  documentError: {
    ...only(availability),
    problems: [
      {
        severity: 'error',
        file: 'slos/api-service.yaml',
        line: 10,
        column: 13,
        path: 'slos[0].target',
        message: 'expected a fraction between 0 and 1, got 99.5',
      },
      {
        severity: 'error',
        file: 'slos/api-service.yaml',
        line: 14,
        column: 20,
        path: 'slos[0].error_budget_policy[0].threshold',
        message: 'expected a number, got "half"',
      },
    ],
  },
  page: only(pagingSlo),
  freeze: only(overspentSlo),
  review: only(availability),
  partial: only(partialSlo),
  noTraffic: only(noTrafficSlo),
  empty: only(emptySlo),
} satisfies Record<string, EntityBudget>;
