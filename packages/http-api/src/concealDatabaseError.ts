/**
 * SQLite's errors carry the whole statement with its values, and the error middleware knows only PostgreSQL's:
 * what callers get to see says that the database failed, and the log has the rest as cause.
 */
export function concealDatabaseError(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_')
    ? new Error('The database failed', { cause: error })
    : error;
}
