import type {
  DeploymentEvent,
  DoraSink,
} from '@golden-path/backstage-plugin-dora-node';
import type { CommitList } from '../../git/CommitList';
import type { GitOpsCursor } from './GitOpsCursor';

/** Events of one transaction. */
const MAX_EVENTS = 1_000;

/** A cursor is stored at least so often, also where nothing happens. */
const MAX_MS = 5_000;

/** Gathers events for the sink. While one batch is stored, the next may be read. */
export class GitOpsBatches {
  readonly #sink: DoraSink;
  readonly #commits: CommitList;
  #events: DeploymentEvent[] = [];
  #recordedAt = Date.now();
  #pending: Promise<unknown> = Promise.resolve();
  #position = 0;
  readonly #before: number;
  #told = 0;

  constructor(options: {
    sink: DoraSink;
    commits: CommitList;
    /** Commits of the history before these. */
    before: number;
  }) {
    this.#sink = options.sink;
    this.#commits = options.commits;
    this.#before = options.before;
  }

  /** Number of a commit in the whole history; commits are asked for in their order. */
  sequenceOf(commit: string): number {
    while (
      this.#told < this.#commits.length &&
      this.#commits.at(this.#told) !== commit
    ) {
      this.#told++;
    }
    return this.#before + this.#told;
  }

  add(events: DeploymentEvent[]): void {
    this.#events.push(...events);
  }

  /** Stores what there is once it is enough; the cursor stands behind all of it. */
  async mayRecord(
    cursor: () => GitOpsCursor & { commit: string },
  ): Promise<void> {
    if (
      this.#events.length >= MAX_EVENTS ||
      Date.now() - this.#recordedAt >= MAX_MS
    ) {
      await this.record(cursor());
    }
  }

  async record(cursor: GitOpsCursor & { commit: string }): Promise<void> {
    const events = this.#events;
    this.#events = [];
    this.#recordedAt = Date.now();
    await this.#pending;
    this.#pending = this.#store(events, cursor);
    // Whoever records or settles next gets the failure.
    this.#pending.catch(() => {});
  }

  /** Waits until everything is stored. */
  async settle(): Promise<void> {
    await this.#pending;
  }

  async #store(
    events: DeploymentEvent[],
    cursor: GitOpsCursor & { commit: string },
  ): Promise<void> {
    // Each call takes a batch that one transaction holds; the cursor comes with the last.
    for (let start = MAX_EVENTS; start < events.length; start += MAX_EVENTS) {
      await this.#sink.record({
        events: events.slice(start - MAX_EVENTS, start),
      });
    }
    const rest = Math.max(0, Math.ceil(events.length / MAX_EVENTS) - 1);
    await this.#sink.record({
      events: events.slice(rest * MAX_EVENTS),
      cursor,
    });
    const total = this.#commits.length;
    while (
      this.#position < total &&
      this.#commits.at(this.#position) !== cursor.commit
    ) {
      this.#position++;
    }
    await this.#sink.progress({
      done: Math.min(total, this.#position + 1),
      total,
    });
  }
}
