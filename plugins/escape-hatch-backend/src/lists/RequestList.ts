import type { z } from 'zod';
import type { RequestAccess } from '../callers/RequestAccess';
import type { Visit } from '../callers/Visit';
import type { HatchRecord } from '../requests/HatchRecord';
import { toPlace } from '../requests/lists/ListPlace';
import type { RequestStore } from '../requests/RequestStore';
import { namesOfRule } from '../rules/namesOfRule';
import type { requestQuery } from '../schemas/requestQuery';
import type { EscapeHatchSettings } from '../settings';

/** Requests of one look, at least: each costs a question to the catalog. */
const LOOK = 20;

type Query = z.output<typeof requestQuery>;

/**
 * Lists of requests: filters and permissions in SQL, the catalog's say afterwards, until the page is full or the list
 * ends.
 */
export class RequestList {
  readonly #access: RequestAccess;
  readonly #settings: Pick<EscapeHatchSettings, 'rules'>;
  readonly #store: RequestStore;

  constructor(options: {
    access: RequestAccess;
    settings: Pick<EscapeHatchSettings, 'rules'>;
    store: RequestStore;
  }) {
    this.#access = options.access;
    this.#settings = options.settings;
    this.#store = options.store;
  }

  async page(
    query: Query,
    visit: Visit,
  ): Promise<{ records: HatchRecord[]; nextCursor?: string }> {
    const { limit } = query;
    const found: HatchRecord[] = [];
    // One more than the page tells whether another one follows.
    for await (const records of this.pages(query, visit)) {
      found.push(...records);
      if (found.length > limit) {
        break;
      }
    }
    const records = found.slice(0, limit);
    const last = records.at(-1);
    return found.length > limit && last
      ? {
          records,
          nextCursor: toPlace({ at: last.expiresAt, number: last.number }),
        }
      : { records };
  }

  /** All of them, as they are read. */
  async *pages(query: Query, visit: Visit): AsyncGenerator<HatchRecord[]> {
    const { cursor, limit, order, format, rule, ...others } = query;
    const where = {
      ...others,
      ...(rule && { rule: namesOfRule(this.#settings, rule) }),
    };
    let after = cursor;
    do {
      const { records, next } = await this.#store.list({
        where,
        order,
        now: visit.now,
        filter: visit.rights.filter,
        limit: Math.max(limit + 1, LOOK),
        after,
      });
      yield this.#access.readable(records, visit);
      after = next;
    } while (after !== undefined);
  }
}
