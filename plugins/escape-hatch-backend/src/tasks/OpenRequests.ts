import type { RequestStatus } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import type { HatchRecord } from '../requests/HatchRecord';
import type { RequestStore } from '../requests/RequestStore';

/** Requests that are read at once. */
const PAGE = 200;

/** Walks over the requests that a task has to look at, page by page, each once. */
export class OpenRequests {
  readonly #knex: Knex;
  readonly #store: Pick<RequestStore, 'getMany'>;

  constructor(options: { knex: Knex; store: Pick<RequestStore, 'getMany'> }) {
    this.#knex = options.knex;
    this.#store = options.store;
  }

  /** Those that wait for a decision or for changes, since an instant (ms) or longer. */
  pending(options: {
    waitingSince: number;
    signal?: AbortSignal;
  }): AsyncGenerator<HatchRecord> {
    return this.#walk(
      query =>
        query
          .whereIn('status', ['submitted', 'changes_requested'])
          .where('waiting_since', '<=', options.waitingSince),
      options.signal,
    );
  }

  /** Approved ones whose end lies in `[from, to)`, ms. */
  ending(options: {
    from: number;
    to: number;
    signal?: AbortSignal;
  }): AsyncGenerator<HatchRecord> {
    const { from, to } = options;
    return this.#approved(
      query =>
        query.where('expires_at', '>=', from).where('expires_at', '<', to),
      options.signal,
    );
  }

  /** Approved ones that had to wait for their start, which lay in `(from, to]`, ms. */
  started(options: {
    from: number;
    to: number;
    signal?: AbortSignal;
  }): AsyncGenerator<HatchRecord> {
    const { from, to } = options;
    return this.#approved(
      query =>
        query
          .whereRaw('active_from > approved_at')
          .where('active_from', '>', from)
          .where('active_from', '<=', to)
          .where('expires_at', '>', to),
      options.signal,
    );
  }

  /** Active ones that nobody has looked at since an instant, or that end before another one, ms. */
  unreviewed(options: {
    now: number;
    lookedAt: number;
    endBefore: number;
    signal?: AbortSignal;
  }): AsyncGenerator<HatchRecord> {
    const { now, lookedAt, endBefore } = options;
    return this.#approved(
      query =>
        query
          .where('active_from', '<=', now)
          .where('expires_at', '>', now)
          .where(either =>
            either
              .whereRaw('coalesce(reviewed_at, active_from) <= ?', [lookedAt])
              .orWhere('expires_at', '<=', endBefore),
          ),
      options.signal,
    );
  }

  /** Approved ones that end after an instant (ms) and whose new owner has not confirmed them. */
  unconfirmed(options: {
    now: number;
    signal?: AbortSignal;
  }): AsyncGenerator<HatchRecord> {
    return this.#approved(
      query =>
        query
          .whereNotNull('owner_changed_at')
          .where('expires_at', '>', options.now),
      options.signal,
    );
  }

  /** All that are bound to their entity still: those that are not decided, and approved ones that end after an instant (ms). */
  bound(options: {
    now: number;
    signal?: AbortSignal;
  }): AsyncGenerator<HatchRecord> {
    const undecided: RequestStatus[] = [
      'draft',
      'submitted',
      'changes_requested',
    ];
    return this.#walk(
      query =>
        query.where(either =>
          either
            .whereIn('status', undecided)
            .orWhere(approved =>
              approved
                .where('status', 'approved')
                .where('expires_at', '>', options.now),
            ),
        ),
      options.signal,
    );
  }

  #approved(
    narrow: (query: Knex.QueryBuilder) => void,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<HatchRecord> {
    return this.#walk(query => {
      narrow(query.where('status', 'approved'));
    }, signal);
  }

  async *#walk(
    narrow: (query: Knex.QueryBuilder) => void,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<HatchRecord> {
    let after = 0;
    for (;;) {
      const query = this.#knex('escape_hatch_requests')
        .select('id', 'number')
        .where('number', '>', after)
        .orderBy('number')
        .limit(PAGE);
      narrow(query);
      const rows: { id: string; number: number }[] = await query;
      const records = await this.#store.getMany(rows.map(({ id }) => id));
      for (const record of records) {
        signal?.throwIfAborted();
        if (record) {
          yield record;
        }
      }
      if (rows.length < PAGE) {
        return;
      }
      after = rows[rows.length - 1].number;
    }
  }
}
