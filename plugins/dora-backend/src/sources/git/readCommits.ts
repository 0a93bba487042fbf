import type { Git } from '../../git/Git';
import { splitOutput } from '../../git/splitOutput';

/** A commit of a service repository. Instants are seconds, as git has them. */
export interface Commit {
  sha: string;
  parents: string[];
  authoredAt: number;
  committedAt: number;
  message: string;
}

/** Until then a time is believed. */
const MAX_SECONDS = Date.UTC(2100, 0, 1) / 1_000;
/** Of a message; what it reverts stands in its first lines. */
const MAX_MESSAGE = 16_384;

/** All commits that `tip` contains and `after` does not, by id. */
export async function readCommits(options: {
  git: Git;
  tip: string;
  after: string | undefined;
  signal: AbortSignal;
}): Promise<Map<string, Commit>> {
  const { git, tip, after, signal } = options;
  const process = git.start(
    [
      'log',
      '-z',
      '--no-show-signature',
      '--no-notes',
      '--encoding=UTF-8',
      '--format=%H %P%n%at %ct%n%B',
      tip,
      ...(after === undefined ? [] : [`^${after}`]),
      '--',
    ],
    { signal },
  );
  process.stdin.end();
  const commits = new Map<string, Commit>();
  for await (const pieces of splitOutput(process, 0)) {
    for (const piece of pieces) {
      const commit = parseCommit(piece.toString('utf8', 0, MAX_MESSAGE));
      commits.set(commit.sha, commit);
    }
  }
  return commits;
}

function parseCommit(text: string): Commit {
  const afterIds = text.indexOf('\n');
  const afterTimes = text.indexOf('\n', afterIds + 1);
  const [sha, ...parents] = text.slice(0, afterIds).trim().split(' ');
  const [authoredAt, committedAt] = text
    .slice(afterIds + 1, afterTimes)
    .split(' ')
    .map(Number);
  return {
    sha,
    parents,
    authoredAt: isTime(authoredAt) ? authoredAt : committedAt,
    committedAt,
    message: text.slice(afterTimes + 1),
  };
}

/** Whether a time of a commit can be meant. */
export function isTime(seconds: number): boolean {
  return seconds > 0 && seconds < MAX_SECONDS;
}
