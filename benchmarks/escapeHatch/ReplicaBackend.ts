import type { JsonObject } from '@backstage/types';
import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';

/** A portal in a process of its own; see `runReplica.ts`. */
export class ReplicaBackend {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  static async start(database: JsonObject): Promise<ReplicaBackend> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'runReplica.ts'),
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: { ...process.env, DATABASE: JSON.stringify(database) },
      },
    );
    for await (const [message] of on(child, 'message', { close: ['exit'] })) {
      if (message.url) {
        return new ReplicaBackend(message.url, child);
      }
    }
    throw new Error('Expected a second portal, but it has ended');
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const exit = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await exit;
    }
  }
}
