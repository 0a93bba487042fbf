import type { Knex } from 'knex';
import type { EscapeHatchSettings } from '../settings';
import { currentRules } from './currentRules';

/** Requests of a rule that are named at most. */
const NAMED = 50;

/** A request that wants to leave a rule. */
export interface AskedRequest {
  id: string;
  number: number;
  entityRef: string;
  ownerRef: string;
}

/** Demand for leaving one rule in a period. */
export interface Demand {
  rule: string;
  requests: number;
  active: number;
  /** Distinct, sorted. */
  owners: string[];
  /** Distinct, sorted. */
  services: string[];
  /** The newest, by number, ascending. */
  newest: AskedRequest[];
}

/** Counts who asked to leave which rule. */
export class DemandStore {
  readonly #knex: Knex;
  readonly #settings: Pick<EscapeHatchSettings, 'rules'>;

  constructor(options: {
    knex: Knex;
    settings: Pick<EscapeHatchSettings, 'rules'>;
  }) {
    this.#knex = options.knex;
    this.#settings = options.settings;
  }

  /** Of rules that anybody asked for in `[from, now)`, ms; in no order. */
  async read(options: { from: number; now: number }): Promise<Demand[]> {
    const [counts, owners, services, newest] = await Promise.all([
      this.#asked(options)
        .select('rule')
        .count({ requests: '*' })
        .sum({ active: 'active' })
        .groupBy('rule'),
      this.#distinct('owner_ref', options),
      this.#distinct('entity_ref', options),
      this.#newest(options),
    ]);
    return (counts as CountRow[]).map(({ rule, requests, active }) => ({
      rule,
      requests: Number(requests),
      active: Number(active),
      owners: owners.get(rule) ?? [],
      services: services.get(rule) ?? [],
      newest: newest.get(rule) ?? [],
    }));
  }

  /** One row per rule and request, `asked`. */
  #asked({ from, now }: { from: number; now: number }): Knex.QueryBuilder {
    const asked = this.#knex('escape_hatch_requests as request')
      .join(
        currentRules(this.#knex, this.#settings),
        'waived.request_id',
        'request.id',
      )
      .whereNotIn('request.status', ['draft', 'withdrawn'])
      .where('request.submitted_at', '>=', from)
      .where('request.submitted_at', '<', now)
      .select('waived.rule', 'request.id', 'request.number')
      .select('request.entity_ref', 'request.owner_ref')
      .select(
        this.#knex.raw(
          `case when request.status = 'approved' and request.active_from <= ? and request.expires_at > ? then 1 else 0 end as active`,
          [now, now],
        ),
      );
    return this.#knex.from(asked.as('asked'));
  }

  async #distinct(
    column: 'owner_ref' | 'entity_ref',
    period: { from: number; now: number },
  ): Promise<Map<string, string[]>> {
    const rows = await this.#asked(period).distinct('rule', column);
    const found = groupByRule(rows, row => row[column] as string);
    found.forEach(refs => refs.sort());
    return found;
  }

  async #newest(period: {
    from: number;
    now: number;
  }): Promise<Map<string, AskedRequest[]>> {
    const placed = this.#asked(period)
      .select('asked.*')
      .rowNumber('place', query =>
        query.partitionBy('rule').orderBy('number', 'desc'),
      );
    const rows = await this.#knex
      .from(placed.as('placed'))
      .where('place', '<=', NAMED)
      .orderBy('number')
      .select('rule', 'id', 'number', 'entity_ref', 'owner_ref');
    return groupByRule(rows, row => ({
      id: row.id as string,
      number: row.number as number,
      entityRef: row.entity_ref as string,
      ownerRef: row.owner_ref as string,
    }));
  }
}

/** Counts come as text from PostgreSQL. */
interface CountRow {
  rule: string;
  requests: number | string;
  active: number | string;
}

function groupByRule<T>(
  rows: Record<string, unknown>[],
  pick: (row: Record<string, unknown>) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const rule = row.rule as string;
    const group = groups.get(rule) ?? [];
    group.push(pick(row));
    groups.set(rule, group);
  }
  return groups;
}
