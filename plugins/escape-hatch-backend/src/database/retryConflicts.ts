/** PostgreSQL ends one of two transactions that wait for each other; SQLite says that it is busy. */
const PASSING = new Set(['40001', '40P01', 'SQLITE_BUSY', 'SQLITE_LOCKED']);

const ATTEMPTS = 5;

/** Runs a transaction again where the database ended it for the sake of another one. */
export async function retryConflicts<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const { code } = error as { code?: string };
      if (attempt === ATTEMPTS || !code || !PASSING.has(code)) {
        throw error;
      }
    }
  }
}
