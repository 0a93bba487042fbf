import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { OutboxMessage } from './OutboxMessage';

/**
 * Takes what others are to be told in the transaction that gives the reason: it is told if, and only if, that
 * happened, and no receiver that is down can fail it.
 */
export class Outbox {
  readonly #now: () => number;
  #onNudge: () => void = () => {};

  constructor(options: { clock: { now(): number } }) {
    this.#now = () => options.clock.now();
  }

  /** @returns whether it is new */
  async add(message: OutboxMessage & { tx: Knex }): Promise<boolean> {
    const { tx, kind, requestId, key, payload, dueAt } = message;
    const now = this.#now();
    const added = await tx('escape_hatch_outbox')
      .insert({
        id: randomUUID(),
        kind,
        request_id: requestId,
        key,
        payload: JSON.stringify(payload),
        created_at: now,
        due_at: dueAt ?? now,
      })
      .onConflict('key')
      .ignore()
      .returning('id');
    return added.length > 0;
  }

  /** To be called after a commit: what was added need not wait for the next round. */
  nudge(): void {
    this.#onNudge();
  }

  /** Who is to be told of nudges. */
  onNudge(listener: () => void): void {
    this.#onNudge = listener;
  }
}
