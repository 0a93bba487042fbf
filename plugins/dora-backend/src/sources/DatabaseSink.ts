import type {
  DoraEvent,
  DoraSink,
} from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import type { EventRecorder } from '../facts/EventRecorder';
import { advanceProgress, type SourceProgress } from './SourceProgress';
import { SourceStore } from './SourceStore';

/** Events of one transaction. */
const MAX_EVENTS = 2_000;

/** Reports to people are written at most so often. */
const REPORT_MS = 1_000;

const MAX_WARNINGS = 20;

interface DatabaseSinkOptions {
  knex: Knex;
  recorder: Pick<EventRecorder, 'record'>;
  store: SourceStore;
  source: { id: string; type: string };
  /** When the pass began; identifies it. */
  startedAt: number;
  now?: () => number;
}

/** Where one pass of a source delivers: the log and the facts, with the source's cursor in the same transaction. */
export class DatabaseSink implements DoraSink {
  readonly #options: DatabaseSinkOptions;
  readonly #now: () => number;
  #isAlive = false;
  #progress: SourceProgress | undefined;
  #reportedAt = 0;
  #warnings: string[] = [];
  #warnedAt = 0;

  constructor(options: DatabaseSinkOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  async record(batch: { events: DoraEvent[]; cursor?: unknown }) {
    const { recorder, source, store, startedAt } = this.#options;
    const { events, cursor } = batch;
    await this.#alive();
    const sum = { accepted: 0, duplicates: 0 };
    for (
      let start = 0;
      start === 0 || start < events.length;
      start += MAX_EVENTS
    ) {
      const isLast = start + MAX_EVENTS >= events.length;
      const { accepted, duplicates } = await recorder.record({
        source: source.id,
        sourceType: source.type,
        events: events.slice(start, start + MAX_EVENTS),
        ...(isLast &&
          cursor !== undefined && {
            within: (tx: Knex.Transaction) =>
              store.saveCursor(tx, { id: source.id, startedAt, cursor }),
          }),
      });
      sum.accepted += accepted;
      sum.duplicates += duplicates;
    }
    return sum;
  }

  async cursor(): Promise<unknown> {
    const { knex, store, source } = this.#options;
    return store.cursor(knex, source.id);
  }

  async progress(report: {
    done: number;
    total: number;
    completeFrom?: string;
  }): Promise<void> {
    const { knex, store, source, startedAt } = this.#options;
    const now = this.#now();
    if (now - this.#reportedAt < REPORT_MS && report.done < report.total) {
      return;
    }
    await this.#alive();
    this.#reportedAt = now;
    this.#progress = advanceProgress({ before: this.#progress, report, now });
    await store.saveProgress(knex, {
      id: source.id,
      startedAt,
      progress: this.#progress,
    });
  }

  async warn(message: string): Promise<void> {
    this.#warnings = [...this.#warnings, message].slice(-MAX_WARNINGS);
    if (this.#now() - this.#warnedAt >= REPORT_MS) {
      await this.flush();
    }
  }

  /** Writes the warnings that wait. */
  async flush(): Promise<void> {
    const { knex, store, source } = this.#options;
    const messages = this.#warnings.splice(0);
    if (messages.length > 0) {
      this.#warnedAt = this.#now();
      await store.warn(knex, source.id, messages);
    }
  }

  async #alive(): Promise<void> {
    if (!this.#isAlive) {
      this.#isAlive = true;
      const { knex, store, source } = this.#options;
      await store.alive(knex, source.id);
    }
  }
}
