import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { AddressInfo } from 'node:net';
import { APIRequestContext, expect } from '@playwright/test';

/** A Node.js application that a template has made, installed and started by hand from a clone. */
export class StartedApp {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(options: { url: string; child: ChildProcess }) {
    this.url = options.url;
    this.#child = options.child;
  }

  static async start(options: {
    folder: string;
    request: APIRequestContext;
  }): Promise<StartedApp> {
    const { folder: cwd, request } = options;
    for (const args of [
      ['ci', '--no-audit', '--no-fund'],
      ['run', 'build'],
    ]) {
      execFileSync('npm', args, { cwd, stdio: 'pipe', timeout: 180_000 });
    }
    const port = await freePort();
    const child = spawn('npm', ['start'], {
      cwd,
      env: { ...process.env, PORT: `${port}` },
      stdio: 'ignore',
      detached: true,
    });
    const app = new StartedApp({ url: `http://127.0.0.1:${port}`, child });
    await expect
      .poll(
        () =>
          request.get(`${app.url}/readyz`).then(
            answer => answer.status(),
            () => 'no answer yet',
          ),
        { timeout: 30_000 },
      )
      .toBe(200);
    return app;
  }

  /** Ends it as a cluster does. */
  async stop() {
    const { pid, exitCode } = this.#child;
    if (pid !== undefined && exitCode === null) {
      const exited = once(this.#child, 'exit');
      process.kill(-pid, 'SIGTERM');
      await exited;
    }
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
