import type {
  DoraEvent,
  DoraSink,
} from '@golden-path/backstage-plugin-dora-node';
import type { Git } from '../git/Git';
import { type FirstParents, readFirstParents } from '../git/readFirstParents';
import type { MainLine } from './git/MainLine';
import type { HeldEvents } from './HeldEvents';
import { findFork, findStale, type Recount } from './Recount';

/** What the cursors of all sources with a history have. */
export interface HistoryCursor {
  /** Newest commit that was told; left out at the beginning. */
  commit?: string;
  /** Revision of the events that are told now. */
  generation: number;
  /** What the events follow from beside the commits. */
  basis: string;
  recount?: Recount;
}

/** Where a pass begins anew, and the fork's number in the history; -1 for none. */
type Beginning = HistoryCursor & { position: number };

interface HistoryPassOptions {
  git: Git;
  main: MainLine;
  held: HeldEvents;
  /** Of the events that commits become, and the commit that one comes from. */
  type: DoraEvent['type'];
  commitOf: (event: DoraEvent) => string;
  sink: DoraSink;
  signal: AbortSignal;
}

/** One pass of a source over a first-parent history, which may have been rewritten since the last one. */
export class HistoryPass<C extends HistoryCursor> {
  readonly #options: HistoryPassOptions;

  constructor(options: HistoryPassOptions) {
    this.#options = options;
  }

  /** Where the pass goes on, and the commits that follow. */
  async resume(options: {
    stored: C | undefined;
    basis: string;
    /** Makes a cursor that stands where a pass begins anew. */
    begin: (beginning: Beginning) => C;
  }): Promise<{ cursor: C; history: FirstParents }> {
    const { stored, basis, begin } = options;
    if (stored?.basis === basis) {
      const history = await this.#read(stored.commit);
      if (history) {
        return { cursor: stored, history };
      }
    }
    const { main, sink } = this.#options;
    const cursor = begin(await this.#begin(stored, basis));
    await sink.record({ events: [], cursor });
    const history = await this.#read(cursor.commit);
    if (!history) {
      throw new Error(`${cursor.commit} is not in the history of ${main.tip}`);
    }
    return { cursor, history };
  }

  /** Takes back what older revisions say that nothing confirmed. */
  async sweep({ recount, generation }: HistoryCursor): Promise<void> {
    if (!recount) {
      return;
    }
    const { main, held, type, commitOf, sink } = this.#options;
    const positions = await main.positions();
    const last = recount.fork === null ? -1 : positions.get(recount.fork)!;
    const stale = findStale({
      held,
      type,
      generation,
      stays: event => (positions.get(commitOf(event)) ?? Infinity) <= last,
    });
    for await (const events of stale) {
      await sink.record({ events });
    }
  }

  /** The beginning of a first pass, or of one after history or rules have changed. */
  async #begin(stored: C | undefined, basis: string): Promise<Beginning> {
    const { main, held, type, commitOf } = this.#options;
    const greatest = await held.greatestRevision();
    if (greatest === undefined) {
      return { generation: 0, basis, position: -1 };
    }
    // Other rules, or no cursor at all: everything has to be told again.
    const isWhole = stored?.basis !== basis || stored.recount?.fork === null;
    const positions = isWhole ? new Map() : await main.positions();
    const fork = isWhole
      ? null
      : await findFork({ held, type, positions, commitOf });
    return {
      ...(fork !== null && { commit: fork }),
      generation: Math.max(greatest, stored?.generation ?? 0) + 1,
      basis,
      recount: { fork },
      position: fork === null ? -1 : positions.get(fork)!,
    };
  }

  #read(after: string | undefined): Promise<FirstParents | undefined> {
    const { git, main, signal } = this.#options;
    return readFirstParents({ git, tip: main.tip, after, signal });
  }
}
