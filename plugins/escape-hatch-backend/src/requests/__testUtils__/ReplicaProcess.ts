import type { Knex } from 'knex';
import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import type { RequestService } from '../RequestService';

/** One call of the service. */
export interface ReplicaCall {
  method: Exclude<keyof RequestService, 'preview' | 'mayDo' | 'mayDoAll'>;
  options: object;
}

/** How calls ended. */
interface ReplicaAnswer {
  /** `done`, or the name of the error. */
  outcomes: string[];
  /** Of one call's transaction, from `BEGIN` to `COMMIT`. */
  statements: number;
}

/** A backend's domain in a process of its own, on PostgreSQL; see `runReplica.ts`. */
export class ReplicaProcess {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  static async start(options: {
    knex: Knex;
    /** ms: what its clock says. */
    time: number;
    /** It kills itself before its so-manieth statement, from `BEGIN` on; where there are fewer, after `COMMIT`. */
    diesAt?: number;
  }): Promise<ReplicaProcess> {
    const { knex, time, diesAt } = options;
    const { database } = knex.client.config.connection;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'runReplica.ts'),
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: {
          ...process.env,
          NODE_ENV: 'development',
          OPTIONS: JSON.stringify({
            connection: connectionTo(database),
            time,
            diesAt,
          }),
        },
      },
    );
    await answerOf(child);
    return new ReplicaProcess(child);
  }

  /** Begins all calls at once, and waits for the last. */
  async call(calls: ReplicaCall[]): Promise<ReplicaAnswer> {
    const answer = answerOf(this.#process);
    this.#process.send(calls);
    return answer;
  }

  /** Begins a call that the process does not outlive. */
  async callAndDie(call: ReplicaCall): Promise<void> {
    const exit = once(this.#process, 'exit');
    this.#process.send([call]);
    const [, signal] = await exit;
    if (signal !== 'SIGKILL') {
      throw new Error('The replica was to be killed, and was not');
    }
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const exit = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await exit;
    }
  }
}

/** The next thing that the replica says; the command line tools talk as well, of files to be watched. */
async function answerOf(child: ChildProcess): Promise<any> {
  for await (const [message] of on(child, 'message', { close: ['exit'] })) {
    if (message.replica) {
      return message.replica;
    }
  }
  throw new Error('The replica has ended');
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
