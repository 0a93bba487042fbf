import type { Knex } from 'knex';
import { toSeconds } from '../database/instants';

const DAY = 86_400;

/** Task: removes what is older than the configured retention. Tiles have a shorter one of their own. */
export class DropExpired {
  readonly #knex: Knex;
  readonly #retentionDays: number;

  constructor(options: { knex: Knex; retentionDays: number }) {
    this.#knex = options.knex;
    this.#retentionDays = options.retentionDays;
  }

  async run(now: () => Date = () => new Date()): Promise<void> {
    const before = toSeconds(now()) - this.#retentionDays * DAY;
    await this.#knex('slo_marks').where('at', '<', before).delete();
    await this.#knex('slo_policy_changes').where('at', '<', before).delete();
    await this.#knex('slo_series').where('until', '<', before).delete();
    await this.#knex('slos').where('retired_at', '<', before).delete();
  }
}
