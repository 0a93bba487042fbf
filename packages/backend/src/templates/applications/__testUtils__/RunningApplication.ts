import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { outsideJest } from './outsideJest';
import type { ContainerStart } from './rehearseImage';

/** What an application answered. */
export interface Answer {
  status: number;
  body: string;
}

/** An application of a template as a process of its own, listening. */
export class RunningApplication {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #exit: Promise<unknown[]>;
  #log = '';

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
    this.#exit = once(process, 'exit');
    for (const stream of [process.stdout, process.stderr]) {
      stream?.on('data', chunk => {
        this.#log += chunk;
      });
    }
  }

  static async start(start: ContainerStart): Promise<RunningApplication> {
    const port = await freePort();
    const [command, ...args] = start.command;
    const app = new RunningApplication(
      `http://127.0.0.1:${port}`,
      spawn(command, args, {
        cwd: start.cwd,
        env: outsideJest({ ...start.env, PORT: String(port) }),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    for (const deadline = Date.now() + 30_000; ; await wait(50)) {
      const { status } = await app.get('/readyz').catch(() => ({ status: 0 }));
      if (status === 200) {
        return app;
      }
      if (Date.now() > deadline || app.#process.exitCode !== null) {
        app.kill();
        throw new Error(`The application does not listen:\n${app.#log}`);
      }
    }
  }

  /** The lines that it has logged, once one of them has the text in it. */
  async logWith(text: string): Promise<Array<Record<string, unknown>>> {
    for (const deadline = Date.now() + 5_000; ; await wait(20)) {
      if (this.#log.includes(text) && this.#log.endsWith('\n')) {
        return this.#log
          .trim()
          .split('\n')
          .map(line => JSON.parse(line));
      }
      if (Date.now() > deadline) {
        throw new Error(`'${text}' is not logged:\n${this.#log}`);
      }
    }
  }

  /** By a connection of its own, unlike those of `fetch`. */
  async get(path: string, options: { method?: string } = {}): Promise<Answer> {
    return new Promise((done, reject) => {
      request(
        `${this.url}${path}`,
        { agent: false, timeout: 10_000, ...options },
        response => {
          let body = '';
          response
            .setEncoding('utf8')
            .on('data', chunk => {
              body += chunk;
            })
            .on('end', () => done({ status: response.statusCode ?? 0, body }))
            .on('error', reject);
        },
      )
        .on('error', reject)
        .end();
    });
  }

  terminate(): void {
    this.#process.kill('SIGTERM');
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  async exitCode(): Promise<unknown> {
    const [code] = await this.#exit;
    return code;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
