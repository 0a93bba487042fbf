import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort';
import type { Repositories } from './inMemoryReader';

/** A backend in a process of its own, on PostgreSQL; see `runBackend.ts`. */
export class BackendProcess {
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(process: ChildProcess, folder: string) {
    this.#process = process;
    this.#folder = folder;
  }

  static async start(options: {
    /** Name of a database of the test server. */
    database: string;
    prometheusUrl: string;
    repositories: Repositories;
  }): Promise<BackendProcess> {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'slo-backend-'));
    const config = join(folder, 'app-config.json');
    const often = { frequency: { seconds: 1 }, timeout: { seconds: 60 } };
    await writeFile(
      config,
      JSON.stringify({
        app: { baseUrl: `http://localhost:${port}` },
        backend: {
          baseUrl: `http://localhost:${port}`,
          listen: { host: '127.0.0.1', port },
          database: {
            client: 'pg',
            pluginDivisionMode: 'schema',
            connection: connectionTo(options.database),
          },
        },
        integrations: { github: [{ host: 'github.com' }] },
        slo: {
          prometheus: [{ name: 'main', url: options.prometheusUrl }],
          schedule: { documents: often, collection: often },
        },
      }),
    );
    return new BackendProcess(
      spawn(
        process.execPath,
        [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
          join(__dirname, 'runBackend.ts'),
          '--config',
          config,
        ],
        {
          stdio: ['ignore', 'ignore', 'inherit'],
          env: {
            ...process.env,
            NODE_ENV: 'development',
            LOG_LEVEL: 'error',
            REPOSITORIES: JSON.stringify(options.repositories),
          },
        },
      ),
      folder,
    );
  }

  /** Throws once the process has ended by itself. */
  assertRunning(): void {
    if (this.#process.exitCode !== null) {
      throw new Error(`The backend ended with ${this.#process.exitCode}`);
    }
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const exit = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await exit;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Knex keeps the password of its connections to itself, so it comes from where the test databases have it. */
function connectionTo(database: string) {
  const server = new URL(
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING!,
  );
  return {
    host: server.hostname,
    port: Number(server.port),
    user: decodeURIComponent(server.username),
    password: decodeURIComponent(server.password),
    database,
  };
}
