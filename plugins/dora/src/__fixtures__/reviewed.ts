import type {
  FrozenMetrics,
  Review,
} from '@golden-path/backstage-plugin-dora-common';
import { organisation } from './metrics';

const MINUTE = 60;
const HOUR = 3600;

/** October beside September, as in the mock-up. */
const metrics: FrozenMetrics = {
  from: '2026-09-30T23:00:00Z',
  to: '2026-11-01T00:00:00Z',
  deploymentFrequency: {
    perDay: 6.4,
    perWeek: 44.8,
    medianDaysPerWeek: 5,
    n: 197,
    band: null,
    previous: {
      perDay: 4.4,
      perWeek: 30.8,
      medianDaysPerWeek: 5,
      n: 132,
      band: null,
    },
  },
  changeLeadTime: {
    ...organisation.changeLeadTime,
    medianSeconds: 16 * HOUR + 6 * MINUTE,
    n: 280,
    previous: {
      ...organisation.changeLeadTime,
      medianSeconds: 22 * HOUR + MINUTE,
      n: 190,
    },
  },
  changeFailRate: {
    value: 0.036,
    failed: 7,
    n: 197,
    band: null,
    previous: { value: 0.068, failed: 9, n: 132, band: null },
  },
  failedDeploymentRecoveryTime: {
    meanSeconds: 3 * HOUR,
    medianSeconds: 2 * HOUR + 48 * MINUTE,
    n: 7,
    open: 0,
    band: null,
    previous: {
      meanSeconds: 3 * HOUR,
      medianSeconds: 2 * HOUR + 5 * MINUTE,
      n: 9,
      open: 0,
      band: null,
    },
  },
  deploymentReworkRate: {
    value: 0.056,
    rework: 11,
    n: 197,
    band: null,
    previous: { value: 0.075, rework: 10, n: 132, band: null },
  },
  timeToRestore: {
    meanSeconds: null,
    medianSeconds: null,
    n: 0,
    open: 0,
    previous: null,
  },
  stages: organisation.stages.map(stage =>
    stage.name === 'coding'
      ? {
          ...stage,
          share: 0.89,
          previousShare: 0.73,
          medianSeconds: 13 * HOUR + 41 * MINUTE,
          meanSeconds: 35 * HOUR,
          n: 280,
        }
      : stage,
  ),
};

export const october: Review = {
  id: 'october',
  scope: 'all',
  month: '2026-10',
  frozenAt: '2026-11-01T06:00:00Z',
  reviewedAt: '2026-11-03T10:00:00Z',
  reviewedBy: 'user:default/platform-lead',
  metrics,
  bottleneck: {
    stage: 'coding',
    share: 0.89,
    previousShare: 0.73,
    deployments: [
      {
        id: 'finder-frontend-v801',
        entityRef: 'component:default/finder-frontend',
        version: 'v801',
        changes: 3,
        medianSeconds: 21 * 24 * HOUR,
        share: 0.31,
      },
      {
        id: 'signon-v2479',
        entityRef: 'component:default/signon',
        version: 'v2479',
        changes: 4,
        medianSeconds: 3 * 24 * HOUR,
        share: 0.12,
      },
    ],
  },
  notes:
    'Delivery was steady. The release service has not deployed since 30 September; its changes will show up as integration time when it ships.',
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
};

export const september: Review = {
  ...october,
  id: 'september',
  month: '2026-09',
  frozenAt: '2026-10-01T05:00:00Z',
  reviewedAt: '2026-10-02T09:00:00Z',
  notes: 'First review.',
  actions: [
    {
      id: 'default-branch',
      title: 'Deploy signon from the default branch only',
      owner: 'user:default/platform-engineer',
      dueDate: '2026-10-16',
      state: 'done',
      overdue: false,
      doneAt: '2026-10-15T15:00:00Z',
      outcome: 'no-effect',
      before: 'lead time, median 22 h 11 min',
      after: '21 h 50 min',
    },
    {
      id: 'reviewer',
      title: 'Second reviewer for smart-answers',
      owner: 'user:default/publishing-lead',
      dueDate: '2026-10-23',
      state: 'done',
      overdue: false,
      doneAt: '2026-10-20T15:00:00Z',
    },
  ],
};
