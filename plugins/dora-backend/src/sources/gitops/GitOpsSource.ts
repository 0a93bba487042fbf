import type {
  DeploymentEvent,
  DoraSink,
  DoraSource,
} from '@golden-path/backstage-plugin-dora-node';
import { createHash } from 'node:crypto';
import { GitError } from '../../git/GitError';
import type { GitMirror, MirrorState } from '../../git/GitMirror';
import {
  type FirstParents,
  readFirstParents,
} from '../../git/readFirstParents';
import type { HeldEvents } from '../HeldEvents';
import { findFork, findStale } from '../Recount';
import { countFirstParents, positionsOf } from './commitPositions';
import { GitOpsBatches } from './GitOpsBatches';
import { type GitOpsCursor, parseCursor } from './GitOpsCursor';
import { FileChangeReader } from './FileChangeReader';
import { type GitOpsRules, judgeCommit } from './judgeCommit';
import type { PathPattern } from './PathPattern';
import { type CommitDiff, readFileChanges } from './readFileChanges';

/** Files that are read at a time. */
const LOT = 256;

/** Until then a committer time is believed. */
const MAX_SECONDS = Date.UTC(2100, 0, 1) / 1_000;

interface GitOpsSourceOptions {
  id: string;
  mirror: GitMirror;
  held: HeldEvents;
  pattern: PathPattern;
  value: (string | number)[];
  rules: GitOpsRules;
  /** The configuration that events depend on, as text. */
  basis: string;
  /** Address of a commit's page. */
  commitUrl?: (commit: string) => string;
}

/** Deployments as the first-parent history of a GitOps repository tells them. */
export class GitOpsSource implements DoraSource {
  readonly id: string;
  readonly type = 'gitops';
  readonly #options: GitOpsSourceOptions;

  constructor(options: GitOpsSourceOptions) {
    this.id = options.id;
    this.#options = options;
  }

  async collect(options: {
    sink: DoraSink;
    signal: AbortSignal;
  }): Promise<void> {
    const { sink, signal } = options;
    const { mirror } = this.#options;
    const state = await mirror.update({ signal });
    if (!state) {
      await sink.warn('The repository has no commits yet.');
      return;
    }
    if (state.shallow.length > 0) {
      await sink.warn(
        `The repository is shallow: what happened before ${state.shallow[0].slice(
          0,
          7,
        )} is unknown.`,
      );
    }
    try {
      await this.#follow(state, sink, signal);
    } catch (error) {
      if (error instanceof GitError && !signal.aborted) {
        await mirror.removeIfDamaged({ signal });
      }
      throw error;
    }
  }

  async #follow(
    state: MirrorState,
    sink: DoraSink,
    signal: AbortSignal,
  ): Promise<void> {
    const { mirror } = this.#options;
    const stored = parseCursor(await sink.cursor());
    const basis = createHash('sha256')
      .update([this.#options.basis, ...state.shallow].join('\0'))
      .digest('hex');
    let cursor = stored;
    let history: FirstParents | undefined;
    if (cursor?.basis === basis) {
      history = await readFirstParents({
        git: mirror.git,
        tip: state.tip,
        after: cursor.commit,
        signal,
      });
    }
    if (!cursor || !history) {
      cursor = await this.#begin(stored, basis, state.tip, signal);
      await sink.record({ events: [], cursor });
      history = await readFirstParents({
        git: mirror.git,
        tip: state.tip,
        after: cursor.commit,
        signal,
      });
    }
    if (!history) {
      throw new Error(`${cursor.commit} is not in the history of ${state.tip}`);
    }
    await this.#walk({ cursor, history, state, sink, signal });
  }

  /** The cursor of a first pass, or of one after history or rules have changed. */
  async #begin(
    stored: GitOpsCursor | undefined,
    basis: string,
    tip: string,
    signal: AbortSignal,
  ): Promise<GitOpsCursor> {
    const { held, mirror } = this.#options;
    const greatest = await held.greatestRevision();
    if (greatest === undefined) {
      return { generation: 0, basis, lastGood: {} };
    }
    const generation = Math.max(greatest, stored?.generation ?? 0) + 1;
    // Other rules, or no cursor at all: everything has to be told again.
    const isWhole = stored?.basis !== basis || stored.recount?.fork === null;
    const fork = isWhole
      ? null
      : await findFork({
          held,
          type: 'deployment',
          positions: await positionsOf(mirror, tip, signal),
          commitOf: event => commitOf(event.id),
        });
    return {
      ...(fork !== null && { commit: fork }),
      generation,
      basis,
      recount: { fork },
      lastGood: {},
    };
  }

  async #walk(options: {
    cursor: GitOpsCursor;
    history: FirstParents;
    state: MirrorState;
    sink: DoraSink;
    signal: AbortSignal;
  }): Promise<void> {
    const { cursor, history, state, sink, signal } = options;
    const { mirror, pattern, value } = this.#options;
    const reader = new FileChangeReader({
      git: mirror.git,
      pattern,
      value,
      lastGood: cursor.lastGood,
      signal,
    });
    const batches = new GitOpsBatches({
      sink,
      commits: history.commits,
      before: await countFirstParents(mirror, history, signal),
    });
    const flush = async (lot: CommitDiff[]) => {
      await reader.prepare(lot);
      for (const diff of lot) {
        const { files, problems } = await reader.read(diff);
        await this.#tell({
          diff,
          files,
          problems,
          state,
          cursor,
          sink,
          batches,
        });
        await batches.mayRecord(() => ({
          ...cursor,
          commit: diff.commit,
          lastGood: reader.lastGood,
        }));
      }
    };
    try {
      let lot: CommitDiff[] = [];
      let files = 0;
      for await (const diffs of readFileChanges({
        git: mirror.git,
        ...history,
        pathspec: pattern.pathspec,
        signal,
      })) {
        for (const diff of diffs) {
          lot.push(diff);
          files += diff.entries.length;
          if (files >= LOT) {
            await flush(lot);
            lot = [];
            files = 0;
          }
        }
      }
      await flush(lot);
      await batches.record({
        ...cursor,
        commit: state.tip,
        lastGood: reader.lastGood,
      });
    } finally {
      reader.close();
    }
    await batches.settle();
    if (cursor.recount) {
      await this.#sweep(cursor.recount.fork, cursor, sink, signal);
      const { recount, ...done } = cursor;
      await sink.record({
        events: [],
        cursor: { ...done, commit: state.tip, lastGood: reader.lastGood },
      });
    }
  }

  async #tell(options: {
    diff: CommitDiff;
    files: Parameters<typeof judgeCommit>[0]['files'];
    problems: string[];
    state: MirrorState;
    cursor: GitOpsCursor;
    sink: DoraSink;
    batches: GitOpsBatches;
  }): Promise<void> {
    const { diff, files, problems, state, cursor, sink, batches } = options;
    const { rules, commitUrl } = this.#options;
    const { commit, committedAt } = diff;
    for (const problem of problems) {
      await sink.warn(problem);
    }
    if (!(committedAt > 0 && committedAt < MAX_SECONDS)) {
      await sink.warn(
        `Commit ${commit.slice(
          0,
          7,
        )} was skipped, because its time is impossible.`,
      );
      return;
    }
    batches.add(
      judgeCommit({
        commit,
        at: committedAt * 1_000,
        sequence: batches.sequenceOf(commit),
        files,
        isBeginning: state.shallow.includes(commit),
        rules,
        revision: cursor.generation,
        url: commitUrl?.(commit),
      }),
    );
  }

  /** Takes back what older revisions say that nothing confirmed. */
  async #sweep(
    fork: string | null,
    { generation }: GitOpsCursor,
    sink: DoraSink,
    signal: AbortSignal,
  ): Promise<void> {
    const { held, mirror } = this.#options;
    const kept =
      fork === null ? new Map() : await positionsOf(mirror, fork, signal);
    for await (const events of findStale({
      held,
      type: 'deployment',
      generation,
      stays: event => kept.has(commitOf(event.id)),
    })) {
      await sink.record({ events });
    }
  }
}

function commitOf(id: DeploymentEvent['id']): string {
  return id.slice(0, id.indexOf(':'));
}
