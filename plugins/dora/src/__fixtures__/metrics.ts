import type {
  DoraMetrics,
  SeriesPoint,
} from '@golden-path/backstage-plugin-dora-common';

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const elite = { level: 'elite', reportYear: 2024 } as const;

/** Deployments on each day of the four weeks from 26 October, and of the four weeks before. */
const DEPLOYMENTS = [
  5, 10, 6, 6, 5, 0, 0, 8, 8, 9, 4, 10, 0, 0, 11, 5, 8, 6, 2, 0, 0, 2, 7, 10, 6,
  11, 0, 0,
];
const BEFORE = [
  3, 7, 10, 13, 7, 1, 0, 7, 7, 9, 18, 3, 0, 0, 10, 11, 3, 13, 7, 0, 0, 14, 9,
  19, 9, 5, 0, 0,
];
/** Indices of days with a failed deployment. */
const FAILED = [1, 4, 9, 14, 18, 25];

/** London is on winter time from 25 October on, and an hour ahead of UTC before. */
function day(index: number, first: string): string {
  const at = new Date(Date.parse(first) + index * DAY * 1000);
  return at.toISOString().replace('.000', '');
}

function points(
  deployments: number[],
  first: string,
  failed: number[],
): SeriesPoint[] {
  return deployments.map((n, i) => ({
    from: day(i, first),
    to: day(i + 1, first),
    deployments: n,
    changes: n === 0 ? 0 : n + 4,
    leadTimeMedianSeconds: n === 0 ? null : (8 + n) * HOUR,
    failed: failed.includes(i) ? 1 : 0,
    failable: n,
    rework: failed.includes(i) ? 1 : 0,
    recoveries: failed.includes(i) ? 1 : 0,
    recoveryMedianSeconds: failed.includes(i) ? HOUR + i * 60 : null,
  }));
}

/** The organisation of the mock-up: 26 October to 22 November 2026 by day. */
export const organisation: DoraMetrics = {
  scope: 'all',
  from: '2026-10-26T00:00:00Z',
  to: '2026-11-23T00:00:00Z',
  timeZone: 'Europe/London',
  granularity: 'day',
  observedFrom: '2025-11-24T09:00:00Z',
  demo: true,
  deploymentFrequency: {
    perDay: 139 / 28,
    perWeek: 139 / 4,
    medianDaysPerWeek: 5,
    n: 139,
    band: elite,
    previous: {
      perDay: 185 / 28,
      perWeek: 185 / 4,
      medianDaysPerWeek: 5,
      n: 185,
      band: elite,
    },
  },
  changeLeadTime: {
    meanSeconds: 88 * HOUR,
    medianSeconds: 22 * HOUR + 10 * 60,
    p90Seconds: 12 * DAY + 8 * HOUR,
    n: 257,
    band: elite,
    histogram: histogram([22, 23, 19, 70, 38, 34, 19, 9, 17, 6]),
    previous: {
      meanSeconds: 30 * HOUR,
      medianSeconds: 16 * HOUR + 50 * 60,
      p90Seconds: 4 * DAY,
      n: 301,
      band: elite,
      histogram: histogram([30, 41, 40, 90, 40, 30, 20, 5, 4, 1]),
    },
  },
  changeFailRate: {
    value: 6 / 139,
    failed: 6,
    n: 139,
    band: elite,
    previous: { value: 7 / 185, failed: 7, n: 185, band: elite },
  },
  failedDeploymentRecoveryTime: {
    meanSeconds: 3 * HOUR,
    medianSeconds: HOUR + 22 * 60,
    n: 5,
    open: 1,
    band: { level: 'high', reportYear: 2024 },
    previous: {
      meanSeconds: 3 * HOUR,
      medianSeconds: 2 * HOUR + 48 * 60,
      n: 7,
      open: 0,
      band: { level: 'high', reportYear: 2024 },
    },
  },
  deploymentReworkRate: {
    value: 7 / 139,
    rework: 7,
    n: 139,
    band: null,
    previous: { value: 9 / 185, rework: 9, n: 185, band: null },
  },
  timeToRestore: {
    meanSeconds: 2 * HOUR,
    medianSeconds: HOUR,
    n: 6,
    open: 0,
    previous: null,
  },
  score: 8.4,
  series: points(DEPLOYMENTS, '2026-10-26T00:00:00Z', FAILED),
  previousSeries: points(BEFORE, '2026-09-27T23:00:00Z', []),
  stages: [
    stage('coding', 0.406, 0.9, 13 * HOUR + 46 * 60, 36 * HOUR),
    stage('pickup', null, null, null, null),
    stage('review', null, null, null, null),
    stage('integration', 0.533, 0.02, 8 * 60, 47 * HOUR),
    stage('promotion', 0.035, 0.07, 5 * 60, 3 * HOUR + 6 * 60),
    stage('rollout', 0.026, 0.01, 6 * 60, 2 * HOUR + 17 * 60),
  ],
  bottleneck: {
    stage: 'integration',
    share: 0.533,
    previousShare: 0.02,
    deployments: [
      worst('release', 'v771', 24, 17 * DAY + HOUR, 0.87),
      worst('signon', 'v2479', 4, 3 * DAY, 0.02),
      worst('publishing-api', 'v1393', 4, 2 * DAY + 21 * HOUR, 0.02),
      worst('smart-answers', 'v1471', 6, 8 * 60, 0.015),
      worst('support', 'v769', 4, 7 * 60, 0.01),
    ],
  },
  dataQuality: {
    warnings: 2,
    infos: 3,
    findings: [
      {
        id: 'opening-unknown',
        severity: 'warning',
        affects: ['changeLeadTime'],
        n: 257,
        of: 257,
        title: 'Pull request opening time unknown',
        message:
          '257 of 257 changes. Pickup and review are missing, coding is too long.',
        fix: 'Connect GitHub.',
      },
      {
        id: 'no-incident-source',
        severity: 'warning',
        affects: ['changeFailRate', 'failedDeploymentRecoveryTime'],
        n: 4,
        of: 9,
        title: 'No incident source for 4 of 9 services',
        message:
          'Their failures are found by rollback, revert and hotfix only.',
        fix: 'Connect Alertmanager.',
      },
      info('branch-build', 'Branch builds', 7),
      info('not-deployed', 'Merged, not deployed yet', 2),
      info('unknown-service', 'Events of unknown services', 2),
    ],
  },
  deployment_frequency: 139 / 28,
  lead_time_hours: 88,
};

function histogram(counts: number[]) {
  const steps = [
    0,
    HOUR,
    4 * HOUR,
    8 * HOUR,
    DAY,
    2 * DAY,
    4 * DAY,
    WEEK,
    2 * WEEK,
    4 * WEEK,
  ];
  return counts.map((n, i) => ({
    fromSeconds: steps[i],
    ...(i + 1 < steps.length && { toSeconds: steps[i + 1] }),
    n,
  }));
}

function stage(
  name: DoraMetrics['stages'][number]['name'],
  share: number | null,
  previousShare: number | null,
  medianSeconds: number | null,
  meanSeconds: number | null,
) {
  const n = share === null ? 0 : 257;
  return { name, share, previousShare, medianSeconds, meanSeconds, n };
}

function worst(
  name: string,
  version: string,
  changes: number,
  medianSeconds: number,
  share: number,
) {
  return {
    id: `${name}-${version}`,
    entityRef: `component:default/${name}`,
    version,
    changes,
    medianSeconds,
    share,
  };
}

function info(id: string, title: string, n: number) {
  return {
    id,
    severity: 'info' as const,
    affects: [],
    n,
    title,
    message: '',
    fix: '',
  };
}
