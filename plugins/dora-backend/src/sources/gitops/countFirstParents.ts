import type { Git } from '../../git/Git';
import type { FirstParents } from '../../git/readFirstParents';

/** How many commits of the first-parent history come before what is new. */
export async function countFirstParents(options: {
  git: Git;
  history: FirstParents;
  signal: AbortSignal;
}): Promise<number> {
  const { git, history, signal } = options;
  const { commits, after } = history;
  if (after === undefined || commits.length === 0) {
    return 0;
  }
  const count = await git.run(
    ['rev-list', '--count', '--first-parent', after],
    { signal },
  );
  return Number(count);
}
