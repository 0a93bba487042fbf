import type { Knex } from 'knex';
import type { OutboxKind } from './OutboxMessage';

/** A message that is to be told. */
export interface OutboxRow {
  id: string;
  kind: OutboxKind;
  request_id: string | null;
  key: string;
  /** JSON */
  payload: string;
  created_at: number | string;
  due_at: number | string;
  attempts: number;
}

/** Who has to be told what, and who tells it. */
export class OutboxStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Untold messages of a kind whose time has come, the oldest first. */
  async due(options: {
    kind: OutboxKind;
    now: number;
    limit: number;
  }): Promise<OutboxRow[]> {
    const { kind, now, limit } = options;
    return this.#knex('escape_hatch_outbox')
      .select('id', 'kind', 'request_id', 'key', 'payload')
      .select('created_at', 'due_at', 'attempts')
      .whereNull('done_at')
      .where('due_at', '<=', now)
      .where({ kind })
      .orderBy(['created_at', 'key'])
      .limit(limit);
  }

  /**
   * Takes a message for this replica until then; should it end before, another one takes it afterwards.
   *
   * @returns whether it was still to be had
   */
  async claim(row: OutboxRow, until: number): Promise<boolean> {
    const claimed = await this.#knex('escape_hatch_outbox')
      .where({ id: row.id, due_at: row.due_at, attempts: row.attempts })
      .whereNull('done_at')
      .update({ due_at: until, attempts: row.attempts + 1 });
    return claimed === 1;
  }

  /** @param error - of a message that is given up */
  async done(id: string, at: number, error?: string): Promise<void> {
    await this.#knex('escape_hatch_outbox')
      .where({ id })
      .update({ done_at: at, error: error ?? null });
  }

  async postpone(
    id: string,
    options: { until: number; error: string },
  ): Promise<void> {
    await this.#knex('escape_hatch_outbox')
      .where({ id })
      .whereNull('done_at')
      .update({ due_at: options.until, error: options.error });
  }

  /** Drops what was told before an instant. */
  async dropTold(before: number): Promise<number> {
    return this.#knex('escape_hatch_outbox')
      .where('done_at', '<', before)
      .delete();
  }
}
