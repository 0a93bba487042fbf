import type { JsonObject } from '@backstage/types';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** One pass of all sources in a process of its own, on PostgreSQL; see `runCollector.ts`. */
export class CollectorProcess {
  readonly #process: ChildProcess;
  readonly #exit: Promise<unknown[]>;

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.#exit = once(process, 'exit');
  }

  static start(options: {
    /** Name of a database of the test server. */
    database: string;
    dora: JsonObject;
  }): CollectorProcess {
    const { database, dora } = options;
    return new CollectorProcess(
      spawn(
        process.execPath,
        [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
          join(__dirname, 'runCollector.ts'),
        ],
        {
          stdio: ['ignore', 'ignore', 'inherit'],
          env: {
            ...process.env,
            NODE_ENV: 'development',
            LOG_LEVEL: 'error',
            OPTIONS: JSON.stringify({
              connection: connectionTo(database),
              dora,
            }),
          },
        },
      ),
    );
  }

  /** Whether the pass has ended; throws where it failed. */
  get isDone(): boolean {
    const { exitCode } = this.#process;
    if (exitCode) {
      throw new Error(`The collector ended with ${exitCode}`);
    }
    return exitCode === 0;
  }

  /** Waits for the end of the pass. */
  async done(): Promise<void> {
    await this.#exit;
    if (!this.isDone) {
      throw new Error('The collector was killed');
    }
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.kill('SIGKILL');
      await this.#exit;
    }
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
