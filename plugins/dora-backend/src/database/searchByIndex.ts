import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Lets PostgreSQL look rows up by indexes until the transaction ends. For transactions whose queries join given values
 * with few rows of large tables: where statistics are missing, as during the first backfill, or are those of longer
 * histories, it reads the tables as a whole instead, which takes the longer the more is stored.
 */
export async function searchByIndex(tx: Knex.Transaction): Promise<void> {
  if (isPostgres(tx)) {
    await tx.raw(
      'set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off',
    );
  }
}
