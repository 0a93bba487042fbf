import type { ChangeEvent } from '@golden-path/backstage-plugin-dora-node';
import { parseMessage } from './parseMessage';
import type { Commit } from './readCommits';

const MAX_COMMITS = 250;
const MAX_REVERTS = 50;

/** A commit of the first-parent history as a change. */
export function buildChange(options: {
  commit: Commit;
  /** Non-merge commits that it brought, itself included. */
  brought: Commit[];
  position: number;
  repository: string;
  revision: number;
  url?: string;
  /** Commits of the default branch, and numbers, that it says it reverts. */
  reverts: { commits: string[]; numbers: number[] };
}): ChangeEvent {
  const { commit, brought, position, repository, revision, url } = options;
  const reverts = options.reverts.commits.slice(0, MAX_REVERTS);
  const revertsNumbers = options.reverts.numbers.slice(0, MAX_REVERTS);
  return {
    type: 'change',
    id: `change:${commit.sha}`,
    ...(revision > 0 && { revision }),
    ...(url && { url }),
    repository,
    sha: commit.sha,
    position,
    mergedAt: toInstant(commit.committedAt),
    ...parseMessage(commit.message),
    ...(brought.length > 0 && {
      commits: [...brought]
        .sort((a, b) => a.authoredAt - b.authoredAt)
        .slice(0, MAX_COMMITS)
        .map(({ authoredAt, committedAt }) => ({
          authoredAt: toInstant(authoredAt),
          committedAt: toInstant(committedAt),
        })),
    }),
    ...(reverts.length > 0 && { reverts }),
    ...(revertsNumbers.length > 0 && { revertsNumbers }),
  };
}

function toInstant(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');
}
