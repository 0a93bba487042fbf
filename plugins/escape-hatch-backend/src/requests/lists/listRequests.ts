import type {
  RequestPhase,
  RequestStatus,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import { applyFilter } from '../../permissions/applyFilter';
import type { RequestFilter } from '../../permissions/RequestFilter';
import type { RequestRow } from '../RequestRow';
import { fromPlace, toPlace } from './ListPlace';
import { wherePhases } from './wherePhases';

/** A page of requests, by keyset: newest first, or the soonest end first. */
export async function listRequests(
  db: Knex,
  options: {
    where?: {
      entityRef?: string;
      owner?: string;
      rule?: string | string[];
      status?: RequestStatus;
      phase?: RequestPhase | RequestPhase[];
      requester?: string;
      ids?: string[];
    };
    now: number;
    filter?: RequestFilter;
    order?: 'newest' | 'expiry';
    limit: number;
    after?: string;
  },
): Promise<{ rows: RequestRow[]; next?: string }> {
  const { where = {}, now, filter, order = 'newest', limit } = options;
  const after = fromPlace(options.after);
  const query = db<RequestRow>('escape_hatch_requests');
  if (where.entityRef) {
    query.where('entity_ref', where.entityRef);
  }
  if (where.owner) {
    query.whereIn('id', ofParty(db, 'owner', where.owner));
  }
  if (where.rule) {
    query.whereIn(
      'id',
      db('escape_hatch_request_rules')
        .whereIn('rule', [where.rule].flat())
        .select('request_id'),
    );
  }
  if (where.status) {
    query.where('status', where.status);
  }
  if (where.phase) {
    query.where(part => wherePhases(part, [where.phase!].flat(), now));
  }
  if (where.requester) {
    query.where('requester', where.requester);
  }
  if (where.ids) {
    query.whereIn('id', where.ids);
  }
  applyFilter(query, filter);
  if (order === 'expiry') {
    query.orderBy([{ column: 'expires_at' }, { column: 'number' }]);
    if (after) {
      query.whereRaw('(expires_at, number) > (?, ?)', [after.at, after.number]);
    }
  } else {
    query.orderBy('number', 'desc');
    if (after) {
      query.where('number', '<', after.number);
    }
  }
  const found: RequestRow[] = await query.limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    next:
      found.length > limit && last
        ? toPlace({ at: Number(last.expires_at), number: last.number })
        : undefined,
  };
}

function ofParty(db: Knex, role: string, ref: string): Knex.QueryBuilder {
  return db('escape_hatch_request_parties')
    .where({ role, ref })
    .select('request_id');
}
