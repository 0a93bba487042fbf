import type { StageName } from '@golden-path/backstage-plugin-dora-common';

/**
 * How long each stage of a shipped change took, in seconds. Where the opening is unknown, coding runs to the merge.
 * Integration ends in the first environment that had the change; promotion is the way between the first and the last
 * one before production, rollout from there to production. No stage is shorter than 0: a build may be rolled out
 * before it is merged.
 *
 * @param reachedAt - for each environment before production, when it first had the change; in milliseconds
 */
export function stageSeconds(options: {
  firstCommitAt: number;
  openedAt: number | null;
  firstReviewAt: number | null;
  mergedAt: number;
  reachedAt: number[];
  shippedAt: number;
}): Record<StageName, number | null> {
  const { firstCommitAt, openedAt, mergedAt, shippedAt } = options;
  const reachedAt = options.reachedAt.filter(at => at <= shippedAt);
  const first = reachedAt.length > 0 ? Math.min(...reachedAt) : shippedAt;
  const last = Math.max(first, ...reachedAt);
  const reviewed =
    openedAt === null || options.firstReviewAt === null
      ? null
      : Math.min(Math.max(options.firstReviewAt, openedAt), mergedAt);
  return {
    coding: seconds(firstCommitAt, Math.min(openedAt ?? mergedAt, mergedAt)),
    pickup: reviewed === null ? null : seconds(openedAt!, reviewed),
    // Merged without a review, it lay open until the merge.
    review: openedAt === null ? null : seconds(reviewed ?? openedAt, mergedAt),
    integration: seconds(mergedAt, first),
    promotion: reachedAt.length > 1 ? seconds(first, last) : null,
    rollout: reachedAt.length > 0 ? seconds(last, shippedAt) : null,
  };
}

function seconds(from: number, to: number): number {
  return Math.max(0, (to - from) / 1_000);
}
