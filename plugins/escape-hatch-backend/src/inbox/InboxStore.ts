import type { Knex } from 'knex';
import type { EscapeHatchSettings } from '../settings';
import { comparePlaces, reasons, type InboxPlace } from './InboxPlace';

const DAY = 86_400_000;

/** Days before its end from which on a hatch waits for its owners. */
const EXPIRING = 14;

/** What may wait for somebody; whether it does is for the guards of the actions to say. */
export interface InboxCandidate extends InboxPlace {
  /** Of the request. */
  id: string;
}

/** Whose inbox, and of when. */
export interface InboxQuery {
  userRef: string;
  /** The user and all groups above. */
  groups: string[];
  isAdmin: boolean;
  /** ms */
  now: number;
  after?: InboxPlace;
  limit: number;
}

/** Finds what may wait for somebody, the longest wait first. */
export class InboxStore {
  readonly #knex: Knex;
  readonly #settings: Pick<EscapeHatchSettings, 'reviewDays'>;

  constructor(options: {
    knex: Knex;
    settings: Pick<EscapeHatchSettings, 'reviewDays'>;
  }) {
    this.#knex = options.knex;
    this.#settings = options.settings;
  }

  async list(query: InboxQuery): Promise<InboxCandidate[]> {
    const found = await Promise.all(
      reasons.map(why => this.#listOf(why, query)),
    );
    return found.flat().sort(comparePlaces).slice(0, query.limit);
  }

  /** Those of one reason that come first, as many as a page could need. */
  async #listOf(
    why: InboxPlace['why'],
    query: InboxQuery,
  ): Promise<InboxCandidate[]> {
    const { after, limit } = query;
    const since = this.#knex.raw(this.#sinceOf(why));
    const part = this.#knex('escape_hatch_requests as request')
      .select('id', 'number', { since })
      .orderBy([{ column: 'since' }, { column: 'number' }])
      .limit(limit);
    this.#narrow(part, why, query);
    if (after) {
      // Of the same instant and request, only reasons that come later are left.
      const isLater = comparePlaces({ ...after, why }, after) > 0;
      part.whereRaw(`(?, number) ${isLater ? '>=' : '>'} (?, ?)`, [
        since,
        after.since,
        after.number,
      ]);
    }
    const rows: { id: string; number: number; since: number | string }[] =
      await part;
    return rows.map(row => ({
      id: row.id,
      number: row.number,
      since: Number(row.since),
      why,
    }));
  }

  /** SQL of the instant from which on it waits. */
  #sinceOf(why: InboxPlace['why']): string {
    switch (why) {
      case 'review':
        return reviewDueSql(this.#settings.reviewDays * DAY);
      case 'confirm':
        return 'owner_changed_at';
      case 'expiring': {
        const from = `expires_at - ${EXPIRING * DAY}`;
        return `case when active_from > ${from} then active_from else ${from} end`;
      }
      default:
        return 'waiting_since';
    }
  }

  #narrow(
    part: Knex.QueryBuilder,
    why: InboxPlace['why'],
    { userRef, groups, isAdmin, now }: InboxQuery,
  ): void {
    const isActive = () =>
      part
        .where('status', 'approved')
        .where('active_from', '<=', now)
        .where('expires_at', '>', now);
    switch (why) {
      case 'approve':
        part
          .where('status', 'submitted')
          .where('expires_at', '>', now)
          .whereNot('requester', userRef)
          .whereExists(this.#party('waiting', groups))
          .where(first =>
            // Of the first stage there are none, and it is the most frequent.
            first
              .where('stage', 0)
              .orWhereNotExists(
                this.#knex('escape_hatch_approvals')
                  .select('stage')
                  .whereRaw('request_id = request.id')
                  .where('approver', userRef),
              ),
          );
        break;
      case 'review': {
        const due = this.#sinceOf(why);
        isActive()
          .whereRaw(`${due} <= ?`, [now])
          .whereRaw(`${due} < expires_at`)
          .whereExists(this.#party('final', groups));
        break;
      }
      case 'stalled':
        part
          .where('status', 'submitted')
          .where('stalled', true)
          .whereRaw(isAdmin ? '1 = 1' : '1 = 0');
        break;
      case 'confirm':
        part
          .where('status', 'approved')
          .where('expires_at', '>', now)
          .whereNotNull('owner_changed_at')
          .whereExists(this.#party('owner', groups));
        break;
      case 'changes':
        part.where('status', 'changes_requested').where('requester', userRef);
        break;
      default:
        isActive()
          .where('expires_at', '<=', now + EXPIRING * DAY)
          // From the few that are theirs, not from all that end soon.
          .withMaterialized('mine', this.#requestsOf('owner', groups))
          .whereIn('id', this.#knex('mine').select('request_id'))
          .whereNotExists(
            this.#knex('escape_hatch_requests as renewal')
              .select('renewal.id')
              .whereRaw('renewal.renewal_of = request.id')
              .whereIn('renewal.status', ['submitted', 'changes_requested']),
          );
    }
  }

  #requestsOf(role: string, refs: string[]): Knex.QueryBuilder {
    return this.#knex('escape_hatch_request_parties')
      .distinct('request_id')
      .where('role', role)
      .whereIn('ref', refs);
  }

  #party(role: string, refs: string[]): Knex.QueryBuilder {
    return this.#knex('escape_hatch_request_parties')
      .select('ref')
      .whereRaw('request_id = request.id')
      .where('role', role)
      .whereIn('ref', refs);
  }
}

/** `reviewDueAt` in SQL, but for the end, which may come before it. */
function reviewDueSql(period: number): string {
  const looked = 'coalesce(reviewed_at, active_from)';
  const last = `expires_at - ${30 * DAY}`;
  return `case when ${looked} < ${last} and ${last} < ${looked} + ${period} then ${last} else ${looked} + ${period} end`;
}
