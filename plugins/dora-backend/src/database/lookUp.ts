import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { valuesTable } from './valuesTable';

/**
 * Rows of a table for each of the given tuples, `wanted`. They are looked up one tuple after another, by an index: a
 * join would let PostgreSQL read all of a large table where it has no statistics yet, as in a first backfill, or
 * expects of a service what its whole history has.
 */
export async function lookUp(
  db: Knex,
  options: {
    columns: Record<string, 'text' | 'bigint'>;
    values: (string | number)[][];
    /** Such as `dora_events as t`. */
    table: string;
    select: string | string[];
    /** Narrows the table's rows to those for the tuple. */
    where: (rows: Knex.QueryBuilder) => Knex.QueryBuilder;
  },
): Promise<Record<string, any>[]> {
  const { columns, values, table, select, where } = options;
  if (values.length === 0) {
    return [];
  }
  const query = db
    .with('wanted', valuesTable(db, 'wanted', columns, values))
    .from('wanted');
  if (isPostgres(db)) {
    const rows = where(db.from(table)).select(select);
    // Without an offset the subquery would be taken for a join.
    return query
      .select('found.*')
      .joinRaw('cross join lateral ?', [
        db.raw('(? offset 0) as found', [rows]),
      ]);
  }
  return where(query.joinRaw('cross join ??', [db.raw(table)])).select(select);
}
