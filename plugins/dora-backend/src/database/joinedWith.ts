import type { Knex } from 'knex';
import { wantedRows } from './wantedRows';

/** Rows of a table (`t`) whose columns equal one of the given tuples. */
export async function joinedWith(
  db: Knex,
  options: {
    table: string;
    on: Record<string, 'text' | 'bigint'>;
    values: (string | number)[][];
    narrow?: (query: Knex.QueryBuilder) => Knex.QueryBuilder;
  },
): Promise<Record<string, any>[]> {
  const { table, on, narrow = query => query } = options;
  const distinct = new Map(
    options.values.map(tuple => [JSON.stringify(tuple), tuple]),
  );
  return wantedRows(db, {
    columns: on,
    values: [...distinct.values()],
    query: wanted =>
      narrow(
        wanted
          .select('t.*')
          .join(`${table} as t`, join =>
            Object.keys(on).forEach(column =>
              join.on(`t.${column}`, `wanted.${column}`),
            ),
          ),
      ),
  });
}
