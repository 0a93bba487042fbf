import type { DoraSink } from '@golden-path/backstage-plugin-dora-node';
import type { Git } from '../../git/Git';
import type { FirstParents } from '../../git/readFirstParents';
import { countFirstParents } from './countFirstParents';
import { FileChangeReader } from './FileChangeReader';
import { GitOpsBatches } from './GitOpsBatches';
import type { GitOpsCursor } from './GitOpsCursor';
import { type GitOpsRules, judgeCommit } from './judgeCommit';
import type { PathPattern } from './PathPattern';
import { type CommitDiff, readFileChanges } from './readFileChanges';

/** Files that are read at a time. */
const LOT = 64;

/** Until then a committer time is believed. */
const MAX_SECONDS = Date.UTC(2100, 0, 1) / 1_000;

interface GitOpsWalkOptions {
  git: Git;
  /** Newest commit of the history. */
  tip: string;
  /** Commits that history begins with, so that everything in them looks new. */
  beginnings: string[];
  pattern: PathPattern;
  value: (string | number)[];
  rules: GitOpsRules;
  commitUrl?: (commit: string) => string;
  sink: DoraSink;
  signal: AbortSignal;
}

/** Tells the deployments of commits, one after another. */
export class GitOpsWalk {
  readonly #options: GitOpsWalkOptions;

  constructor(options: GitOpsWalkOptions) {
    this.#options = options;
  }

  /** Tells what follows the cursor; returns the cursor at the end, when everything is stored. */
  async run(
    cursor: GitOpsCursor,
    history: FirstParents,
  ): Promise<GitOpsCursor> {
    const { git, tip, sink, signal } = this.#options;
    const reader = new FileChangeReader({
      ...this.#options,
      lastGood: cursor.lastGood,
    });
    const batches = new GitOpsBatches({
      sink,
      commits: history.commits,
      before: await countFirstParents({ git, history, signal }),
    });
    try {
      for await (const lot of this.#lots(history)) {
        await reader.prepare(lot);
        for (const diff of lot) {
          await this.#tell(diff, reader, batches, cursor.generation);
          await batches.mayRecord(() => ({
            ...cursor,
            commit: diff.commit,
            lastGood: reader.lastGood,
          }));
        }
      }
      const end = { ...cursor, commit: tip, lastGood: reader.lastGood };
      await batches.record(end);
      await batches.settle();
      return end;
    } finally {
      reader.close();
    }
  }

  /** Commits that change something of interest, as many at a time as there are files to read together. */
  async *#lots(history: FirstParents): AsyncGenerator<CommitDiff[]> {
    const { git, pattern, signal } = this.#options;
    let lot: CommitDiff[] = [];
    let files = 0;
    for await (const diffs of readFileChanges({
      git,
      ...history,
      pathspec: pattern.pathspec,
      signal,
    })) {
      for (const diff of diffs) {
        lot.push(diff);
        files += diff.entries.length;
        if (files >= LOT) {
          yield lot;
          lot = [];
          files = 0;
        }
      }
    }
    yield lot;
  }

  async #tell(
    diff: CommitDiff,
    reader: FileChangeReader,
    batches: GitOpsBatches,
    revision: number,
  ): Promise<void> {
    const { beginnings, rules, commitUrl, sink } = this.#options;
    const { commit, committedAt } = diff;
    const { files, problems } = await reader.read(diff);
    for (const problem of problems) {
      await sink.warn(problem);
    }
    if (!(committedAt > 0 && committedAt < MAX_SECONDS)) {
      const name = commit.slice(0, 7);
      await sink.warn(
        `Commit ${name} was skipped, because its time is impossible.`,
      );
      return;
    }
    batches.add(
      judgeCommit({
        commit,
        at: committedAt * 1_000,
        sequence: batches.sequenceOf(commit),
        files,
        isBeginning: beginnings.includes(commit),
        rules,
        revision,
        url: commitUrl?.(commit),
      }),
    );
  }
}
