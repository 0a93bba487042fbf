const DAY = 86_400_000;

/** Older than this before its change was opened, a commit's author time says nothing about the change. */
const OLD_COMMIT_DAYS = 90;

/** Author and committer time of a commit, in milliseconds. */
export interface CommitTimes {
  authoredAt: number;
  committedAt: number;
}

/**
 * When work on a change began: the earliest of its non-merge commits, each at its author time, or at its committer
 * time where it was authored more than 90 days before the change was opened (before its merge, where the opening is
 * unknown).
 */
export function firstCommit(options: {
  commits: CommitTimes[];
  openedAt: number | null;
  mergedAt: number;
}): { at: number | null; old: boolean } {
  const { commits, openedAt, mergedAt } = options;
  const limit = (openedAt ?? mergedAt) - OLD_COMMIT_DAYS * DAY;
  let at: number | null = null;
  let old = false;
  for (const commit of commits) {
    const isOld = commit.authoredAt < limit;
    old ||= isOld;
    const time = isOld ? commit.committedAt : commit.authoredAt;
    at = at === null ? time : Math.min(at, time);
  }
  return { at, old };
}
