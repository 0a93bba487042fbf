import type { GitMirror } from '../../git/GitMirror';
import {
  type FirstParents,
  readFirstParents,
} from '../../git/readFirstParents';

/** How many commits of the first-parent history come before what is new. */
export async function countFirstParents(
  mirror: GitMirror,
  { commits, after }: FirstParents,
  signal: AbortSignal,
): Promise<number> {
  if (after === undefined || commits.length === 0) {
    return 0;
  }
  const count = await mirror.git.run(
    ['rev-list', '--count', '--first-parent', after],
    { signal },
  );
  return Number(count);
}

/** Number of each commit in the first-parent history of a tip. */
export async function positionsOf(
  mirror: GitMirror,
  tip: string,
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const history = await readFirstParents({
    git: mirror.git,
    tip,
    after: undefined,
    signal,
  });
  const positions = new Map<string, number>();
  for (let index = 0; index < (history?.commits.length ?? 0); index++) {
    positions.set(history!.commits.at(index), index);
  }
  return positions;
}
