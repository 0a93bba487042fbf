import type { InboxItem } from '@golden-path/backstage-plugin-escape-hatch-common';
import { requestOf, stageOf } from './requestOf';
import { cudaDriver } from './requests';

/** What waits for platform-lead on Monday 23 November, longest wait first. */
export const toApprove: InboxItem[] = [
  {
    ...cudaDriver,
    version: 7,
    currentStage: 'platform',
    waitingSince: '2026-11-18T11:15:00Z',
    why: 'approve',
    workingDays: 3,
    allowedActions: ['approve', 'reject', 'request-changes'],
  },
  {
    ...requestOf({
      number: 16,
      riskLevel: 'medium',
      allowedActions: ['approve', 'reject', 'request-changes'],
    }),
    waitingSince: '2026-11-20T10:00:00Z',
    why: 'approve',
    workingDays: 1,
  },
  {
    ...requestOf({
      number: 17,
      entityRef: 'component:default/finder-frontend',
      renewalOf: { id: 'request-6', number: 6 },
      chainLength: 2,
      // The longest time that the rule allows: end of Tuesday 23 February 2027.
      expiresAt: '2027-02-24T00:00:00Z',
      allowedActions: ['approve', 'reject', 'request-changes'],
    }),
    waitingSince: '2026-11-23T12:10:00Z',
    why: 'approve',
    workingDays: 0,
  },
];

export const toReview: InboxItem = {
  ...requestOf({
    number: 9,
    status: 'approved',
    phase: 'active',
    flags: ['review_due'],
    entityRef: 'component:default/signon',
    owners: ['group:default/platform-team'],
    rules: ['image-scan-critical'],
    currentStage: null,
    activeFrom: '2026-09-02T09:00:00Z',
    reviewDueAt: '2026-11-02T09:00:00Z',
    // End of Wednesday 2 December.
    expiresAt: '2026-12-03T00:00:00Z',
    daysLeft: 9,
    allowedActions: ['review', 'revoke'],
  }),
  waitingSince: '2026-11-02T09:00:00Z',
  why: 'review',
  workingDays: 15,
};

export const stalled: InboxItem = {
  ...requestOf({
    number: 15,
    flags: ['stalled'],
    entityRef: 'component:default/release',
    owners: ['group:default/platform-team'],
    rules: ['probes'],
    stages: [
      stageOf('platform', [
        'user:default/platform-lead',
        'user:default/platform-engineer',
      ]),
    ],
  }),
  waitingSince: '2026-11-19T10:00:00Z',
  why: 'stalled',
  workingDays: 2,
};

export const changesRequested: InboxItem = {
  ...requestOf({
    number: 18,
    status: 'changes_requested',
    phase: 'changes_requested',
    entityRef: 'component:default/api-service',
    owners: ['group:default/platform-team'],
    requester: 'user:default/platform-lead',
    rules: ['terraform-only'],
    currentStage: null,
    allowedActions: ['edit', 'submit', 'withdraw'],
  }),
  waitingSince: '2026-11-20T15:00:00Z',
  why: 'changes',
  workingDays: 1,
};
