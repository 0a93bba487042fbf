import type { DoraEvent } from './DoraEvent';

/**
 * Where a source delivers what it saw. All of it is durable when the promise resolves.
 *
 * @public
 */
export interface DoraSink {
  /**
   * Stores events and what follows from them, together with the source's cursor: all or nothing. The same event again
   * is a duplicate. Up to 2,000 events a call are one transaction.
   *
   * @throws InputError for an event that is not valid; the message names its index and path
   */
  record(batch: {
    events: DoraEvent[];
    /** Where the source goes on after a restart; any JSON value. */
    cursor?: unknown;
  }): Promise<{ accepted: number; duplicates: number }>;

  /** The cursor of the last batch; undefined at first. */
  cursor(): Promise<unknown>;

  /** Tells people how far a long pass is, at most once a second. */
  progress(progress: {
    done: number;
    total: number;
    completeFrom?: string;
  }): Promise<void>;

  /** Tells people what could not be used, in a full sentence; the pass goes on. */
  warn(message: string): Promise<void>;
}

/**
 * A source of delivery events that is asked on a schedule.
 *
 * @public
 */
export interface DoraSource {
  /** Unique over all sources, and stable over restarts; letters, digits, `-`, `_`, `.`, `:` and `/`. */
  readonly id: string;
  /** Kind of source, such as `gitops`. */
  readonly type: string;

  /**
   * Collects what is new. Runs on one replica at a time.
   *
   * @throws when the source cannot be read; the message names it and the reason, without credentials
   */
  collect(options: { sink: DoraSink; signal: AbortSignal }): Promise<void>;
}
