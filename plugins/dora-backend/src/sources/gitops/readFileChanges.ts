import type { CommitList } from '../../git/CommitList';
import type { Git } from '../../git/Git';
import { splitOutput } from '../../git/splitOutput';

/** One side of a changed path; undefined where there was nothing. */
export interface Entry {
  mode: string;
  sha: string;
}

/** Paths that a commit changed, compared with its first parent. */
export interface CommitDiff {
  commit: string;
  /** Committer time in seconds, as git has it. */
  committedAt: number;
  entries: { path: Buffer; before?: Entry; after?: Entry }[];
}

const NUL = 0;
const COLON = 0x3a;
const LINE_BREAK = 0x0a;

/**
 * Compares commits of a first-parent history with their predecessors, oldest first, by one process. Commits that
 * change no path of the pathspec are left out.
 *
 * @param after - precedes the first of the commits; undefined where that is a root
 */
export async function* readFileChanges(options: {
  git: Git;
  commits: CommitList;
  after: string | undefined;
  pathspec: string;
  signal: AbortSignal;
}): AsyncGenerator<CommitDiff[]> {
  const { git, commits, after, pathspec, signal } = options;
  const process = git.start(
    [
      'diff-tree',
      '--stdin',
      '--root',
      '-r',
      '--raw',
      '-z',
      '--no-renames',
      '--no-abbrev',
      '--format=%H %ct',
      '--',
      pathspec,
    ],
    { signal },
  );
  feed(process.stdin, commits, after);

  let current: CommitDiff | undefined;
  let entry: CommitDiff['entries'][number] | undefined;
  for await (const pieces of splitOutput(process, NUL)) {
    const done: CommitDiff[] = [];
    for (const piece of pieces) {
      const start = piece[0] === LINE_BREAK ? 1 : 0;
      if (entry) {
        current!.entries.push({ ...entry, path: piece });
        entry = undefined;
      } else if (piece[start] === COLON) {
        entry = parseEntry(piece.toString('latin1', start + 1));
      } else {
        if (current) {
          done.push(current);
        }
        const [commit, time] = piece.toString('latin1', start).split(' ');
        current = { commit, committedAt: Number(time), entries: [] };
      }
    }
    if (done.length > 0) {
      yield done;
    }
  }
  if (current) {
    yield [current];
  }
}

/** Names each commit together with its predecessor, so that merges are compared with their first parents only. */
async function feed(
  stdin: NodeJS.WritableStream,
  commits: CommitList,
  after: string | undefined,
): Promise<void> {
  let parent = after;
  let lines = '';
  for (let index = 0; index < commits.length; index++) {
    const commit = commits.at(index);
    lines += parent === undefined ? `${commit}\n` : `${commit} ${parent}\n`;
    parent = commit;
    if (index % 500 === 499) {
      if (!stdin.write(lines)) {
        await drained(stdin);
      }
      lines = '';
    }
  }
  stdin.end(lines);
}

/** Waits until more may be written, or nobody reads any more. */
async function drained(stdin: NodeJS.WritableStream): Promise<void> {
  await new Promise<void>(resolve => {
    const go = () => {
      stdin.off('drain', go).off('close', go);
      resolve();
    };
    stdin.on('drain', go).on('close', go);
  });
}

function parseEntry(text: string): CommitDiff['entries'][number] {
  const [modeBefore, modeAfter, shaBefore, shaAfter] = text.split(' ');
  const side = (mode: string, sha: string) =>
    /^0+$/.test(mode) ? undefined : { mode, sha };
  return {
    path: Buffer.alloc(0),
    before: side(modeBefore, shaBefore),
    after: side(modeAfter, shaAfter),
  };
}
