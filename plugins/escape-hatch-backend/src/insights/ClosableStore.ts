import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import type { EscapeHatchSettings } from '../settings';
import { currentRules } from './currentRules';

/** Of each reason, the longest; nobody closes more in a day. */
const LIMIT = 1_000;

/** An active escape hatch that seems to be needed no more. */
export interface ClosableHatch {
  id: string;
  number: number;
  entityRef: string;
  /** Ids, sorted. */
  rules: string[];
  /** ms: active, or passing, since. */
  since: number;
}

interface Row {
  id: string;
  number: number;
  entity_ref: string;
  since: number | string;
}

/** Finds active escape hatches that can be closed. */
export class ClosableStore {
  readonly #knex: Knex;
  readonly #settings: Pick<EscapeHatchSettings, 'rules'>;

  constructor(options: {
    knex: Knex;
    settings: Pick<EscapeHatchSettings, 'rules'>;
  }) {
    this.#knex = options.knex;
    this.#settings = options.settings;
  }

  /** Never used by a gate though active since `before` (ms) or longer; the oldest first. */
  async unused(options: {
    now: number;
    before: number;
  }): Promise<ClosableHatch[]> {
    const rows: Row[] = await this.#active(options.now)
      .whereNull('request.last_used_at')
      .where('request.active_from', '<=', options.before)
      .select('request.id', 'request.number', 'request.entity_ref')
      .select('request.active_from as since')
      .orderBy(['request.active_from', 'request.number'])
      .limit(LIMIT);
    return this.#withRules(rows);
  }

  /**
   * Those for all of whose rules the check passes without them, as was said after `heardAfter` (ms); the longest
   * passing first.
   */
  async notNeeded(options: {
    now: number;
    heardAfter: number;
  }): Promise<ClosableHatch[]> {
    const rows: Row[] = await this.#active(options.now)
      .join(
        currentRules(this.#knex, this.#settings),
        'waived.request_id',
        'request.id',
      )
      .leftJoin('escape_hatch_checks as result', join =>
        join
          .on('result.entity_ref', 'request.entity_ref')
          .on('result.rule', 'waived.rule'),
      )
      .groupBy('request.id', 'request.number', 'request.entity_ref')
      .havingRaw(
        'count(*) = sum(case when result.passes and result.observed_at > ? then 1 else 0 end)',
        [options.heardAfter],
      )
      .select('request.id', 'request.number', 'request.entity_ref')
      .max({ since: 'result.since' })
      .orderBy(['since', 'request.number'])
      .limit(LIMIT);
    return this.#withRules(rows);
  }

  #active(now: number): Knex.QueryBuilder {
    return this.#knex('escape_hatch_requests as request')
      .where('request.status', 'approved')
      .where('request.active_from', '<=', now)
      .where('request.expires_at', '>', now);
  }

  async #withRules(rows: Row[]): Promise<ClosableHatch[]> {
    const rules = new Map<string, string[]>();
    for (const ids of inBatches(rows.map(({ id }) => id))) {
      const found = await this.#knex('escape_hatch_request_rules')
        .whereIn('request_id', ids)
        .orderBy('rule')
        .select('request_id', 'rule');
      for (const { request_id: id, rule } of found) {
        rules.set(id, [...(rules.get(id) ?? []), rule]);
      }
    }
    return rows.map(row => ({
      id: row.id,
      number: row.number,
      entityRef: row.entity_ref,
      rules: rules.get(row.id) ?? [],
      since: Number(row.since),
    }));
  }
}
