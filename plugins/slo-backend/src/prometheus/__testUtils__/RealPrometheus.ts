import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../__testUtils__/freePort';
import type { PrometheusSeries } from './PrometheusSeries';
import { writeOpenMetrics } from './writeOpenMetrics';

const READY_SECONDS = 30;

/** A Prometheus of its own for a test, on a free port, with a history made by `promtool`. */
export class RealPrometheus {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(options: {
    url: string;
    process: ChildProcess;
    folder: string;
  }) {
    this.url = options.url;
    this.#process = options.process;
    this.#folder = options.folder;
  }

  /** Why there can be none on this machine; undefined where there can. */
  static missing(): string | undefined {
    const missing = ['prometheus', 'promtool'].filter(tool => !onPath(tool));
    return missing.length > 0
      ? `${missing.join(' and ')} not found on PATH`
      : undefined;
  }

  static async start(options: {
    series: PrometheusSeries[];
    /** Default: any free one. */
    port?: number;
  }): Promise<RealPrometheus> {
    const folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
    const data = join(folder, 'data');
    const openMetrics = join(folder, 'history.om');
    const config = join(folder, 'prometheus.yml');
    await writeFile(config, 'global: {}\n');
    await writeOpenMetrics(openMetrics, options.series);
    await promisify(execFile)('promtool', [
      ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
      '--max-block-duration=1500h', // a few large blocks: hundreds of 2 h take minutes
      openMetrics,
      data,
    ]);
    const address = `127.0.0.1:${options.port ?? (await freePort())}`;
    const server = spawn(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${data}`,
        '--storage.tsdb.retention.time=400d',
        `--web.listen-address=${address}`,
        '--log.level=error',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const started = new RealPrometheus({
      url: `http://${address}`,
      process: server,
      folder,
    });
    await started.#ready();
    return started;
  }

  async stop(): Promise<void> {
    if (this.#running()) {
      const exit = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await exit;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  #running(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  async #ready(): Promise<void> {
    const deadline = Date.now() + READY_SECONDS * 1000;
    while (Date.now() < deadline && this.#running()) {
      const response = await fetch(`${this.url}/-/ready`).catch(
        () => undefined,
      );
      if (response?.ok) {
        return;
      }
      await sleep(50);
    }
    await this.stop();
    throw new Error(
      `Expected Prometheus at ${this.url} to be ready within ${READY_SECONDS} s`,
    );
  }
}

function onPath(tool: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
