import type { Knex } from 'knex';

/** Notes which requests have lost sight of their entity, and since when. No transition: it may come back. */
export class AbsenceStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** @param at - ms: of the first reconciliation that missed it; a later one changes nothing */
  async missed(id: string, at: number): Promise<void> {
    await this.#knex('escape_hatch_requests')
      .where({ id })
      .whereNull('absent_since')
      .update('absent_since', at);
  }

  async seen(id: string): Promise<void> {
    await this.#knex('escape_hatch_requests')
      .where({ id })
      .update('absent_since', null);
  }
}
