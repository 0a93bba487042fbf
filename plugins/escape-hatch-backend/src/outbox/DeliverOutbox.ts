import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { OutboxKind } from './OutboxMessage';
import type { OutboxReceiver } from './OutboxReceiver';
import type { OutboxRow, OutboxStore } from './OutboxStore';
import { retryDelay } from './retryDelay';

/** Messages that are looked up at once. */
const BATCH = 50;

/** Longest time that a receiver may take, ms. */
const TIMEOUT = 30_000;

/** How long a message is one replica's, ms: until the receiver has surely ended, well or not. */
const CLAIM = 4 * TIMEOUT;

/** A receiver that fails so often in a row is down: the others of its kind wait for the next round. */
const FAILURES = 3;

/** What nobody took for so long is given up, ms. */
const GIVE_UP = 14 * 86_400_000;

/**
 * Task: tells what the outbox holds. Each message is told by one replica; one that cannot be told is tried again, ever
 * more seldom. Kinds do not wait for each other.
 */
export class DeliverOutbox {
  readonly #store: OutboxStore;
  readonly #clock: { now(): number };
  readonly #receivers: Partial<Record<OutboxKind, OutboxReceiver>>;
  readonly #logger: LoggerService;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(options: {
    store: OutboxStore;
    clock: { now(): number };
    /** Messages of a kind without one stay. */
    receivers: Partial<Record<OutboxKind, OutboxReceiver>>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#receivers = options.receivers;
    this.#logger = options.logger;
  }

  async run(signal?: AbortSignal): Promise<void> {
    await Promise.all(
      Object.entries(this.#receivers).map(([kind, receiver]) =>
        this.#deliver(kind as OutboxKind, receiver, signal),
      ),
    );
  }

  /** Runs soon, once for any number of nudges, and never throws: who nudges has done their own. */
  nudge(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#again = false;
    this.#running = this.run()
      .catch(error => {
        this.#logger.warn(`The outbox could not be read: ${describe(error)}`);
      })
      .finally(() => {
        this.#running = undefined;
        if (this.#again) {
          this.nudge();
        }
      });
  }

  /** Until nothing that was nudged is under way any more. */
  async settled(): Promise<void> {
    while (this.#running) {
      await this.#running;
    }
  }

  async #deliver(
    kind: OutboxKind,
    receiver: OutboxReceiver,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    let failures = 0;
    for (;;) {
      const rows = await this.#store.due({
        kind,
        now: this.#clock.now(),
        limit: BATCH,
      });
      for (const row of rows) {
        if (signal?.aborted || failures === FAILURES) {
          return;
        }
        if (await this.#store.claim(row, this.#clock.now() + CLAIM)) {
          failures = (await this.#tell(row, receiver)) ? 0 : failures + 1;
        }
      }
      if (rows.length < BATCH) {
        return;
      }
    }
  }

  async #tell(row: OutboxRow, receiver: OutboxReceiver): Promise<boolean> {
    try {
      await withinTime(
        receiver.receive({
          key: row.key,
          requestId: row.request_id,
          payload: JSON.parse(row.payload),
        }),
      );
    } catch (error) {
      await this.#failed(row, describe(error));
      return false;
    }
    await this.#store.done(row.id, this.#clock.now());
    return true;
  }

  async #failed(row: OutboxRow, error: string): Promise<void> {
    const now = this.#clock.now();
    const what = `${row.kind} '${row.key}'`;
    if (now - Number(row.created_at) >= GIVE_UP) {
      this.#logger.error(`${what} could not be told and is given up: ${error}`);
      await this.#store.done(row.id, now, error);
      return;
    }
    this.#logger.warn(`${what} could not be told yet: ${error}`);
    await this.#store.postpone(row.id, {
      until: now + retryDelay(row.attempts + 1),
      error,
    });
  }
}

async function withinTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer in ${TIMEOUT / 1000} s`)),
      TIMEOUT,
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown): string {
  return (isError(error) ? error.message : String(error)).slice(0, 500);
}
