import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Inserts rows that are all of one form, in their order, by one parameter: with one for each value, PostgreSQL takes
 * several times as long, and SQLite takes few. Texts have to be valid Unicode without NUL.
 *
 * @returns the columns `returning` of the rows that were inserted or updated
 */
export async function insertRows(
  tx: Knex.Transaction,
  options: {
    table: string;
    rows: object[];
    /** Columns that are unique together. */
    key: string[];
    /** What becomes of a row whose key is there. */
    onConflict: 'ignore' | 'update';
    returning?: string[];
  },
): Promise<Record<string, any>[]> {
  const { table, rows, key, onConflict, returning = [] } = options;
  if (rows.length === 0) {
    return [];
  }
  const columns = Object.keys(rows[0]);
  const updated = columns.filter(column => !key.includes(column));
  const list = (names: string[]) => names.map(name => `"${name}"`).join(', ');
  const given = isPostgres(tx)
    ? `${list(columns)} from json_populate_recordset(null::"${table}", ?)`
    : `${columns
        .map(column => `value ->> '${column}'`)
        .join(', ')} from json_each(?)`;
  const conflict =
    onConflict === 'ignore'
      ? 'nothing'
      : `update set ${updated
          .map(column => `"${column}" = excluded."${column}"`)
          .join(', ')}`;
  const result = await tx.raw(
    `insert into "${table}" (${list(columns)}) select ${given}
    where true on conflict (${list(key)}) do ${conflict}
    ${returning.length > 0 ? `returning ${list(returning)}` : ''}`,
    [JSON.stringify(rows)],
  );
  return isPostgres(tx) ? result.rows : result;
}
