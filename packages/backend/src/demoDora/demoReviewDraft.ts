import type { ReviewDraft } from '@golden-path/backstage-plugin-dora-common';

const DAY_MS = 86_400_000;

/** A made-up review of the month before the demo began: one action is overdue from the beginning, one is not. */
export function demoReviewDraft(startedAt: Date): ReviewDraft {
  const month = new Date(
    Date.UTC(startedAt.getUTCFullYear(), startedAt.getUTCMonth() - 1),
  );
  const day = (days: number) =>
    new Date(startedAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return {
    scope: 'group:default/platform-team',
    month: month.toISOString().slice(0, 7),
    notes:
      'Demo data. We looked at the deployments that cost most of the bottleneck: long-lived changes that shipped together. Rolling back took too many hands.',
    actions: [
      {
        title: 'Merge changes of release and support in smaller steps',
        owner: 'user:default/platform-engineer',
        dueDate: day(11),
      },
      {
        title: 'Roll back any service by one command',
        owner: 'user:default/platform-lead',
        dueDate: day(-4),
      },
    ],
  };
}
