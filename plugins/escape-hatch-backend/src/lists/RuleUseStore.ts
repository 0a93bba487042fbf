import type { Knex } from 'knex';
import { resolveRule } from '../rules/resolveRule';
import type { EscapeHatchSettings } from '../settings';

/** Counts come as text from PostgreSQL. */
interface Row {
  rule: string;
  owner: string;
  active: number | string;
}

/** How often each rule is left at `now`, by its id of now; rules that nobody leaves are not there. */
export class RuleUseStore {
  readonly #knex: Knex;
  readonly #settings: Pick<EscapeHatchSettings, 'rules'>;

  constructor(options: {
    knex: Knex;
    settings: Pick<EscapeHatchSettings, 'rules'>;
  }) {
    this.#knex = options.knex;
    this.#settings = options.settings;
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
      .groupBy('left.rule', 'request.owner_ref')
      .select('left.rule', 'request.owner_ref as owner')
      .count({ active: '*' });
    const uses = new Map<string, { active: number; owners: Set<string> }>();
    for (const { rule, owner, active } of rows) {
      // Asked for by an old name, perhaps.
      const id = resolveRule(this.#settings, rule)?.id ?? rule;
      const use = uses.get(id) ?? { active: 0, owners: new Set() };
      uses.set(id, use);
      use.active += Number(active);
      use.owners.add(owner);
    }
    return new Map(
      [...uses].map(([id, { active, owners }]) => [
        id,
        { active, owners: owners.size },
      ]),
    );
  }
}
