import type { Knex } from 'knex';
import { inBatches } from './inBatches';
import { valuesTable } from './valuesTable';

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
  const rows = [];
  for (const batch of inBatches([...distinct.values()])) {
    const query = db
      .with('wanted', valuesTable(db, 'wanted', on, batch))
      .select('t.*')
      .from('wanted')
      .join(`${table} as t`, join =>
        Object.keys(on).forEach(column =>
          join.on(`t.${column}`, `wanted.${column}`),
        ),
      );
    rows.push(...(await narrow(query)));
  }
  return rows;
}
