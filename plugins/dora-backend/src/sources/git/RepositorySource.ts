import type {
  DoraSink,
  DoraSource,
} from '@golden-path/backstage-plugin-dora-node';
import { GitError } from '../../git/GitError';
import type { GitMirror, MirrorState } from '../../git/GitMirror';
import { readFirstParents } from '../../git/readFirstParents';
import type { HeldEvents } from '../HeldEvents';
import { findFork, findStale } from '../Recount';
import { ChangeTeller } from './ChangeTeller';
import { MainLine } from './MainLine';
import { NameTeller } from './NameTeller';
import { parseCursor, type RepositoryCursor } from './RepositoryCursor';
import type { RepositoryStore } from './RepositoryStore';
import { tellShortShas } from './tellShortShas';

const PREFIX = 'change:';

interface RepositorySourceOptions {
  id: string;
  /** Host and path of the repository, and its URL. */
  key: string;
  url: string;
  mirror: GitMirror;
  held: HeldEvents;
  store: RepositoryStore;
  /** Address of a commit's page. */
  commitUrl?: (commit: string) => string;
}

/** Changes and versions of one service repository, as its default branch and its tags tell them. */
export class RepositorySource implements DoraSource {
  readonly id: string;
  readonly type = 'git';
  readonly #options: RepositorySourceOptions;

  constructor(options: RepositorySourceOptions) {
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
        `The repository is shallow: changes before ${state.shallow[0].slice(
          0,
          7,
        )} are unknown.`,
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
    const { mirror, url, key } = this.#options;
    const { git } = mirror;
    const { tip } = state;
    const main = new MainLine({ git, tip, signal });
    const basis = state.shallow.join();
    const stored = parseCursor(await sink.cursor());
    const read = (after: string | undefined) =>
      readFirstParents({ git, tip, after, signal });
    let cursor = stored;
    let history =
      cursor?.basis === basis ? await read(cursor.commit) : undefined;
    if (!cursor || !history) {
      cursor = await this.#begin(stored, basis, main);
      await sink.record({ events: [], cursor });
      history = await read(cursor.commit);
    }
    if (!history) {
      throw new Error(`${cursor.commit} is not in the history of ${tip}`);
    }
    const parts = {
      ...this.#options,
      git,
      repository: url,
      main,
      sink,
      signal,
    };
    cursor = await new ChangeTeller(parts).tell(cursor, history);
    const { recount } = cursor;
    if (recount) {
      await this.#sweep(recount.fork, cursor, main, sink);
    }
    const names = new NameTeller({ ...parts, key });
    cursor = await names.tellTags(cursor);
    await tellShortShas({ ...parts, key });
    cursor = await names.placeCommits(cursor, { all: recount !== undefined });
    if (recount) {
      const { recount: _, ...done } = cursor;
      await sink.record({ events: [], cursor: done });
    }
  }

  /** The cursor of a first pass, or of one after history has changed. */
  async #begin(
    stored: RepositoryCursor | undefined,
    basis: string,
    main: MainLine,
  ): Promise<RepositoryCursor> {
    const { held } = this.#options;
    const greatest = await held.greatestRevision();
    if (greatest === undefined) {
      return { position: -1, generation: 0, basis };
    }
    const positions = await main.positions();
    const isWhole = stored?.basis !== basis || stored.recount?.fork === null;
    const fork = isWhole
      ? null
      : await findFork({ held, type: 'change', positions, commitOf });
    return {
      ...(fork !== null && { commit: fork }),
      position: fork === null ? -1 : positions.get(fork)!,
      generation: Math.max(greatest, stored?.generation ?? 0) + 1,
      basis,
      recount: { fork },
    };
  }

  /** Takes back what older revisions say that nothing confirmed. */
  async #sweep(
    fork: string | null,
    { generation }: RepositoryCursor,
    main: MainLine,
    sink: DoraSink,
  ): Promise<void> {
    const { held } = this.#options;
    const positions = await main.positions();
    const last = fork === null ? -1 : positions.get(fork)!;
    const stale = findStale({
      held,
      type: 'change',
      generation,
      stays: event => (positions.get(commitOf(event)) ?? Infinity) <= last,
    });
    for await (const events of stale) {
      await sink.record({ events });
    }
  }
}

function commitOf({ id }: { id: string }): string {
  return id.slice(PREFIX.length);
}
