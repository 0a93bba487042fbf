import type {
  ChangeEvent,
  DoraSink,
} from '@golden-path/backstage-plugin-dora-node';
import type { Git } from '../../git/Git';
import type { FirstParents } from '../../git/readFirstParents';
import { attributeCommits } from './attributeCommits';
import { buildChange } from './buildChange';
import type { MainLine } from './MainLine';
import { parseReverts } from './parseMessage';
import { type Commit, isTime, readCommits } from './readCommits';
import type { RepositoryCursor } from './RepositoryCursor';

/** Commits of the default branch that are told in one transaction. */
const CHUNK = 500;

interface ChangeTellerOptions {
  git: Git;
  repository: string;
  main: MainLine;
  sink: DoraSink;
  signal: AbortSignal;
  commitUrl?: (commit: string) => string;
}

/** Tells the commits of the default branch as changes. */
export class ChangeTeller {
  readonly #options: ChangeTellerOptions;

  constructor(options: ChangeTellerOptions) {
    this.#options = options;
  }

  /** Tells what follows the cursor; returns the cursor at the end. */
  async tell(
    cursor: RepositoryCursor,
    history: FirstParents,
  ): Promise<RepositoryCursor> {
    const { git, sink, signal } = this.#options;
    const { commits: line } = history;
    let { after } = history;
    let current = cursor;
    for (let start = 0; start < line.length; start += CHUNK) {
      const shas: string[] = [];
      for (let i = start; i < Math.min(start + CHUNK, line.length); i++) {
        shas.push(line.at(i));
      }
      const tip = shas[shas.length - 1];
      const commits = await readCommits({ git, tip, after, signal });
      const events = await this.#build(shas, commits, current);
      current = {
        ...current,
        commit: tip,
        position: current.position + shas.length,
      };
      await sink.record({ events, cursor: current });
      await sink.progress({ done: start + shas.length, total: line.length });
      after = tip;
    }
    return current;
  }

  async #build(
    shas: string[],
    commits: Map<string, Commit>,
    cursor: RepositoryCursor,
  ): Promise<ChangeEvent[]> {
    const { repository, sink, commitUrl } = this.#options;
    const brought = attributeCommits(shas, commits);
    const events: ChangeEvent[] = [];
    for (const [index, sha] of shas.entries()) {
      const commit = commits.get(sha)!;
      if (!isTime(commit.committedAt)) {
        await sink.warn(
          `Commit ${sha.slice(
            0,
            7,
          )} was skipped, because its time is impossible.`,
        );
        continue;
      }
      const its = brought.get(sha)!.filter(one => isTime(one.committedAt));
      events.push(
        buildChange({
          commit,
          brought: its,
          position: cursor.position + 1 + index,
          repository,
          revision: cursor.generation,
          url: commitUrl?.(sha),
          reverts: await this.#reverts([commit, ...its]),
        }),
      );
    }
    return events;
  }

  /** What a change or any commit that it brought says it reverts, as commits of the default branch. */
  async #reverts(commits: Commit[]) {
    const shas = new Set<string>();
    const numbers = new Set<number>();
    for (const { message } of commits) {
      const reverted = parseReverts(message);
      reverted.numbers.forEach(number => numbers.add(number));
      for (const named of reverted.commits) {
        const sha = await this.#options.main.bringerOf(named);
        // What it brought and took back itself never reached anybody.
        if (sha && sha !== commits[0].sha) {
          shas.add(sha);
        }
      }
    }
    return { commits: [...shas], numbers: [...numbers] };
  }
}
