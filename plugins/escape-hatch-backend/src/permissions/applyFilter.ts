import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { RequestFilter } from './RequestFilter';

/**
 * Narrows a query of `escape_hatch_requests` to what a permission allows, so that pages are full and counts right.
 *
 * @param filter - undefined: everything
 */
export function applyFilter<T extends Knex.QueryBuilder>(
  query: T,
  filter: RequestFilter | undefined,
): T {
  if (filter) {
    query.where(inner => restrict(inner, filter));
  }
  return query;
}

function restrict(query: Knex.QueryBuilder, filter: RequestFilter): void {
  if (isAndCriteria(filter)) {
    filter.allOf.forEach(part =>
      query.andWhere(inner => restrict(inner, part)),
    );
  } else if (isOrCriteria(filter)) {
    filter.anyOf.forEach(part => query.orWhere(inner => restrict(inner, part)));
  } else if (isNotCriteria(filter)) {
    query.whereNot(inner => restrict(inner, filter.not));
  } else if (filter.column === 'requester') {
    query.whereIn('escape_hatch_requests.requester', filter.values);
  } else {
    query.whereIn('escape_hatch_requests.id', parties =>
      parties
        .select('request_id')
        .from('escape_hatch_request_parties')
        .where('role', filter.column)
        .whereIn('ref', filter.values),
    );
  }
}
