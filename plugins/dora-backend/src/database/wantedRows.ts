import type { Knex } from 'knex';
import { valuesTable } from './valuesTable';

/** Rows of a query that joins a table of given values, `wanted`. */
export async function wantedRows(
  db: Knex,
  options: {
    columns: Record<string, 'text' | 'bigint'>;
    values: (string | number)[][];
    query: (wanted: Knex.QueryBuilder) => Knex.QueryBuilder;
  },
): Promise<Record<string, any>[]> {
  const { columns, values, query } = options;
  if (values.length === 0) {
    return [];
  }
  const wanted = valuesTable(db, 'wanted', columns, values);
  return query(db.with('wanted', wanted).from('wanted'));
}
