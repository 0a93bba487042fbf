import type { Knex } from 'knex';

/** What is asked about, as rows of facts know it. */
export type Scope =
  | { kind: 'all'; ref: 'all' }
  /** Whose services they were then: a group with its descendants, or a user. */
  | { kind: 'owners'; ref: string; owners: string[] }
  | { kind: 'services'; ref: string; entityRefs: string[] };

/** Narrows a query to a scope, by the columns of a table that has `entity_ref` and `owner_ref`. */
export function withinScope<Q extends Knex.QueryBuilder>(
  query: Q,
  scope: Scope,
  table: string,
): Q {
  switch (scope.kind) {
    case 'owners':
      query.whereIn(`${table}.owner_ref`, scope.owners);
      break;
    case 'services':
      query.whereIn(`${table}.entity_ref`, scope.entityRefs);
      break;
    default:
  }
  return query;
}
