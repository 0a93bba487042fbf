import type { Knex } from 'knex';

/** Counts come as text from PostgreSQL. */
interface Row {
  rule: string;
  active: number | string;
  owners: number | string;
}

/** How often each rule is left at `now`, by its id; rules that nobody leaves are not there. */
export class RuleUseStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** @param now - ms */
  async read(
    now: number,
  ): Promise<Map<string, { active: number; owners: number }>> {
    const rows: Row[] = await this.#knex('escape_hatch_requests as request')
      .join(
        'escape_hatch_request_rules as left',
        'left.request_id',
        'request.id',
      )
      .where('request.status', 'approved')
      .where('request.expires_at', '>', now)
      .where('request.active_from', '<=', now)
      .groupBy('left.rule')
      .select('left.rule')
      .count({ active: '*' })
      .countDistinct({ owners: 'request.owner_ref' });
    return new Map(
      rows.map(({ rule, active, owners }) => [
        rule,
        { active: Number(active), owners: Number(owners) },
      ]),
    );
  }
}
