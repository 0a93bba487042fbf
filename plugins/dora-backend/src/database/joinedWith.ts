import type { Knex } from 'knex';
import { lookUp } from './lookUp';

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
  return lookUp(db, {
    columns: on,
    values: [...distinct.values()],
    table: `${table} as t`,
    select: 't.*',
    where: rows =>
      narrow(
        Object.keys(on).reduce(
          (query, column) => query.whereRaw(`t.${column} = wanted.${column}`),
          rows,
        ),
      ),
  });
}
