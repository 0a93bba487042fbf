import { CommitList } from './CommitList';
import type { Git } from './Git';
import { splitOutput } from './splitOutput';

const LINE_BREAK = 0x0a;

/** The first-parent history of a branch, or the part of it that is new. */
export interface FirstParents {
  /** Oldest first. */
  commits: CommitList;
  /** Commit that precedes the first of them; undefined where that is a root. */
  after: string | undefined;
}

/**
 * The first-parent history of `tip` that follows `after`; undefined where `after` is not part of that history, as when
 * the branch was rewritten.
 */
export async function readFirstParents(options: {
  git: Git;
  tip: string;
  after: string | undefined;
  signal: AbortSignal;
}): Promise<FirstParents | undefined> {
  const { git, tip, after, signal } = options;
  if (
    after !== undefined &&
    (await git.ask(['cat-file', '-e', `${after}^{commit}`], { signal })) ===
      undefined
  ) {
    return undefined;
  }
  const commits = new CommitList();
  let first: string | undefined = tip;
  const process = git.start(
    [
      'rev-list',
      '--first-parent',
      '--parents',
      tip,
      ...(after === undefined ? [] : [`^${after}`]),
    ],
    { signal },
  );
  process.stdin.end();
  for await (const lines of splitOutput(process, LINE_BREAK)) {
    for (const line of lines) {
      const [commit, parent] = line.toString('latin1').split(' ');
      commits.push(commit);
      first = parent;
    }
  }
  if (after !== first) {
    return undefined;
  }
  commits.reverse();
  return { commits, after };
}
