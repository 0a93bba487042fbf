import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { RequestCriterion } from './RequestCriterion';
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
  const either = eitherOf(filter);
  if (either) {
    query.whereIn('escape_hatch_requests.id', parties => {
      parties.select('request_id').from('escape_hatch_request_parties');
      parties.where(any =>
        either.forEach(({ column, values }) =>
          any.orWhere(one => one.where('role', column).whereIn('ref', values)),
        ),
      );
    });
  } else if (isAndCriteria(filter)) {
    filter.allOf.forEach(part =>
      query.andWhere(inner => restrict(inner, part)),
    );
  } else if (isOrCriteria(filter)) {
    filter.anyOf.forEach(part => query.orWhere(inner => restrict(inner, part)));
  } else if (isNotCriteria(filter)) {
    query.whereNot(inner => restrict(inner, filter.not));
  }
}

/**
 * The criteria of which any is enough, where that is all that the filter says. They are asked of the parties at once:
 * with an `or` between subqueries PostgreSQL would walk over all requests for somebody who may see few of them.
 */
function eitherOf(filter: RequestFilter): RequestCriterion[] | undefined {
  if (isOrCriteria(filter)) {
    const parts = filter.anyOf.map(eitherOf);
    return parts.every(part => part !== undefined) ? parts.flat() : undefined;
  }
  return isAndCriteria(filter) || isNotCriteria(filter) ? undefined : [filter];
}
