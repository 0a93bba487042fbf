import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import type { HatchRecord } from '../requests/HatchRecord';

/** What requests are linked with. */
export interface LinksOfRequests {
  /** Numbers of renewals and renewed ones, by id. */
  numbers: Map<string, number>;
  /** Issues that mirror them, by the request's id. */
  issueUrls: Map<string, string>;
}

/** Looks up what requests of a page are linked with, at once. */
export class RequestLinks {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async of(records: HatchRecord[]): Promise<LinksOfRequests> {
    const linked = records.flatMap(({ renewalOf, supersededBy }) =>
      [renewalOf, supersededBy].filter(id => id !== null),
    );
    const numbers = new Map<string, number>();
    for (const batch of inBatches([...new Set(linked)])) {
      const rows = await this.#knex('escape_hatch_requests')
        .whereIn('id', batch)
        .select('id', 'number');
      rows.forEach(({ id, number }) => numbers.set(id, number));
    }
    const issueUrls = new Map<string, string>();
    for (const batch of inBatches(records.map(({ id }) => id))) {
      const rows = await this.#knex('escape_hatch_issues')
        .whereIn('request_id', batch)
        .whereNotNull('url')
        .select('request_id', 'url');
      rows.forEach(row => issueUrls.set(row.request_id, row.url));
    }
    return { numbers, issueUrls };
  }
}
