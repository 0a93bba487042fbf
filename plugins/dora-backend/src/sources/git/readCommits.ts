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

const LINE_BREAK = 0x0a;

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
      const commit = parseCommit(piece);
      commits.set(commit.sha, commit);
    }
  }
  return commits;
}

function parseCommit(piece: Buffer): Commit {
  const afterIds = piece.indexOf(LINE_BREAK);
  const afterTimes = piece.indexOf(LINE_BREAK, afterIds + 1);
  const [sha, ...parents] = piece
    .toString('latin1', 0, afterIds)
    .trim()
    .split(' ');
  const [authoredAt, committedAt] = piece
    .toString('latin1', afterIds + 1, afterTimes)
    .split(' ')
    .map(Number);
  const message = afterTimes + 1;
  return {
    sha,
    parents,
    authoredAt: isTime(authoredAt) ? authoredAt : committedAt,
    committedAt,
    message: piece.toString('utf8', message, message + MAX_MESSAGE),
  };
}

/** Whether a time of a commit can be meant. */
export function isTime(seconds: number): boolean {
  return seconds > 0 && seconds < MAX_SECONDS;
}
