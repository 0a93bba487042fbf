import type { Knex } from 'knex';

/**
 * A table of given values, to be joined with; for `with(name, …)`. Columns are cast, for PostgreSQL asks for it. The
 * limit tells SQLite how few they are: otherwise it scans the table that they are joined with.
 */
export function valuesTable(
  db: Knex,
  name: string,
  columns: Record<string, 'text' | 'bigint'>,
  rows: (string | number)[][],
): Knex.Raw {
  const types = Object.values(columns);
  const row = `(${types.map(type => `cast(? as ${type})`).join(', ')})`;
  return db.raw(
    `select ${Object.keys(columns)
      .map((column, index) => `column${index + 1} as ${column}`)
      .join(', ')} from (values ${rows
      .map(() => row)
      .join(', ')}) as ${name}_rows limit ${rows.length}`,
    rows.flat(),
  );
}
