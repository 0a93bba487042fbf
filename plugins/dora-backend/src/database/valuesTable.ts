import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * A table of given values, to be joined with; for `with(name, …)`. The values are few parameters, however many they
 * are: a parameter for each takes longer to parse than to look up. SQLite is told by the limit how few rows they are:
 * otherwise it scans the table that they are joined with.
 */
export function valuesTable(
  db: Knex,
  name: string,
  columns: Record<string, 'text' | 'bigint'>,
  rows: (string | number)[][],
): Knex.Raw {
  const names = Object.keys(columns);
  const types = Object.values(columns);
  if (isPostgres(db)) {
    return db.raw(
      `select * from unnest(${types
        .map(type => `cast(? as ${type}[])`)
        .join(', ')}) as ${name}_rows (${names.join(', ')})`,
      types.map((_, index) => rows.map(row => row[index])) as any,
    );
  }
  return db.raw(
    `select ${names
      .map(
        (column, index) =>
          `cast(value ->> ${index} as ${types[index]}) as ${column}`,
      )
      .join(', ')} from json_each(?) limit ${rows.length}`,
    [JSON.stringify(rows)],
  );
}
