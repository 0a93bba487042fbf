import type { Knex } from 'knex';

/** Whether it is PostgreSQL; else it is SQLite. */
export function isPostgres(db: Knex): boolean {
  return db.client.config.client === 'pg';
}
