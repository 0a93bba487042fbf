import type { Knex } from 'knex';

/**
 * Time that never goes back: neither below what this replica has told, nor, once synced, below what another one or an
 * earlier run has stored, nor below the newest transition. A machine whose clock is set back makes nothing that expired come alive. A clock that once
 * ran ahead ends exceptions early rather than late; the row `clock` of `escape_hatch_heads` is what to correct then.
 */
export class HatchClock {
  readonly #knex: Knex;
  readonly #source: () => number;
  #highest = 0;

  private constructor(knex: Knex, source: () => number) {
    this.#knex = knex;
    this.#source = source;
  }

  static async create(options: {
    knex: Knex;
    /** ms since the epoch */
    now?: () => number;
  }): Promise<HatchClock> {
    const clock = new HatchClock(options.knex, options.now ?? Date.now);
    await clock.sync();
    return clock;
  }

  /** ms since the epoch */
  now(): number {
    this.#highest = Math.max(this.#highest, this.#source());
    return this.#highest;
  }

  /** Stores the newest instant seen, and takes over that of other replicas. */
  async sync(): Promise<void> {
    const seen = this.now();
    const heads = () => this.#knex('escape_hatch_heads').where('name', 'clock');
    await heads().where('value', '<', seen).update('value', seen);
    const head = await heads().first('value');
    const newest = await this.#knex('escape_hatch_audit')
      .orderBy('seq', 'desc')
      .first('at');
    this.#highest = Math.max(
      this.#highest,
      Number(head.value),
      Number(newest?.at ?? 0),
    );
  }
}
