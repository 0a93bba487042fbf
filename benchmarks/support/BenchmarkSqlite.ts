import type { JsonObject } from '@backstage/types';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder for SQLite files. */
export class BenchmarkSqlite {
  /** As `backend.database`. */
  readonly config: JsonObject;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.config = {
      client: 'better-sqlite3',
      connection: { directory: folder },
    };
  }

  static async start(): Promise<BenchmarkSqlite> {
    return new BenchmarkSqlite(
      await mkdtemp(join(tmpdir(), 'benchmark-sqlite-')),
    );
  }

  async stop(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
