import type {
  Deployment,
  DoraService,
  DoraSourceStatus,
  Review,
} from '@golden-path/backstage-plugin-dora-common';
import { organisation } from './metrics';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

export const deployments: Deployment[] = [
  deployment('finder-frontend', 'v821', 'v819', '2026-11-20T15:32:00Z', {
    changes: 2,
    leadTimeMedianSeconds: 9 * DAY + 11 * HOUR,
  }),
  deployment('smart-answers', 'v1483', 'v1482', '2026-11-20T13:32:00Z', {
    leadTimeMedianSeconds: 3 * DAY + 14 * HOUR,
  }),
  deployment('smart-answers', 'v1482', 'v1481', '2026-11-20T12:17:00Z', {
    leadTimeMedianSeconds: 45 * HOUR,
  }),
  deployment('release', 'v783', 'v781', '2026-11-13T09:04:00Z', {
    changes: 2,
    leadTimeMedianSeconds: 17 * HOUR + 31 * MINUTE,
    failed: true,
    recoveredAt: '2026-11-13T15:44:00Z',
  }),
];

function deployment(
  name: string,
  version: string,
  previousVersion: string,
  finishedAt: string,
  rest: Partial<Deployment>,
): Deployment {
  return {
    id: `${name}-${version}`,
    entityRef: `component:default/${name}`,
    environment: 'production',
    production: true,
    version,
    previousVersion,
    sha: null,
    startedAt: null,
    finishedAt,
    outcome: 'success',
    kind: 'normal',
    changes: 1,
    leadTimeMedianSeconds: HOUR,
    failed: false,
    sources: ['gitops'],
    ownerRef: 'group:default/publishing-team',
    flags: [],
    demo: true,
    ...rest,
  };
}

export const services: DoraService[] = [
  service('finder-frontend', {
    n: 15,
    failed: 1,
    median: 31 * HOUR,
    before: 17 * HOUR + 34 * MINUTE,
    bottleneck: { stage: 'coding', share: 0.88 },
  }),
  service('publishing-api', {
    n: 32,
    failed: 1,
    median: 15 * HOUR + 11 * MINUTE,
    before: 14 * HOUR + 5 * MINUTE,
    bottleneck: { stage: 'coding', share: 0.84 },
  }),
  service('smart-answers', {
    n: 4,
    failed: 0,
    median: 59 * HOUR,
    before: null,
    bottleneck: null,
  }),
];

function service(
  name: string,
  numbers: {
    n: number;
    failed: number;
    median: number;
    before: number | null;
    bottleneck: DoraService['bottleneck'];
  },
): DoraService {
  const { n, failed, median, before, bottleneck } = numbers;
  const { histogram } = organisation.changeLeadTime;
  return {
    entityRef: `component:default/${name}`,
    ownerRef: 'group:default/publishing-team',
    deploymentFrequency: {
      perDay: n / 28,
      perWeek: n / 4,
      medianDaysPerWeek: 3,
      n,
      band: null,
    },
    changeLeadTime: {
      meanSeconds: median,
      medianSeconds: median,
      p90Seconds: median,
      previousMedianSeconds: before,
      n,
      band: null,
      histogram,
    },
    changeFailRate: { value: failed / n, failed, n, band: null },
    failedDeploymentRecoveryTime: {
      meanSeconds: null,
      medianSeconds: null,
      n: 0,
      open: 0,
      band: null,
    },
    deploymentReworkRate: { value: 0, rework: 0, n, band: null },
    bottleneck,
    running: [
      running('integration', 'v1421', '2026-11-20T09:01:00Z'),
      running('staging', 'v1421', '2026-11-20T09:08:00Z'),
      {
        ...running('production', 'v1421', '2026-11-20T09:14:00Z'),
        production: true,
      },
    ],
  };
}

function running(environment: string, version: string, since: string) {
  return { environment, production: false, version, since };
}

export const sources: DoraSourceStatus[] = [
  {
    id: 'gitops:gitops.git',
    type: 'gitops',
    state: 'ok',
    lastSeenAt: '2026-11-23T14:12:00Z',
    warnings: [],
  },
];

/** A source that has read three quarters of its history. */
export const reading: DoraSourceStatus = {
  ...sources[0],
  state: 'backfilling',
  progress: { done: 184_200, total: 250_000, etaSeconds: 240 },
  completeFrom: '2024-03-02T00:00:00Z',
};

export const reviews: Review[] = [
  {
    id: 'october',
    scope: 'all',
    month: '2026-10',
    frozenAt: '2026-11-01T06:00:00Z',
    reviewedAt: '2026-11-03T10:00:00Z',
    reviewedBy: 'user:default/platform-lead',
    metrics: organisation,
    bottleneck: {
      stage: 'coding',
      share: 0.89,
      previousShare: 0.73,
      deployments: [],
    },
    notes: 'Delivery was steady.',
    demo: true,
    actions: [
      {
        id: 'weekly',
        title: 'Deploy release at least weekly',
        owner: 'group:default/platform-team',
        dueDate: '2026-11-27',
        state: 'open',
        overdue: false,
      },
      {
        id: 'branches',
        title: 'Split long-lived branches of finder-frontend',
        owner: 'user:default/publishing-engineer',
        dueDate: '2026-11-20',
        state: 'open',
        overdue: true,
      },
      {
        id: 'wip',
        title: 'Limit work in progress for smart-answers',
        owner: 'group:default/publishing-team',
        dueDate: '2026-11-16',
        state: 'done',
        overdue: false,
        doneAt: '2026-11-16T15:00:00Z',
      },
    ],
  },
];
