import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** Of one file; it takes milliseconds, once WebAssembly is loaded. */
const TIMEOUT_MS = 10_000;

/** The program takes 100 MB, and less than a second to start again. */
const IDLE_MS = 300_000;

/**
 * The parser is Go in WebAssembly. Its stack can overflow, which ends the whole program, and nothing but a new one parses again:
 * so it has a thread of its own.
 */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { parse } = require(workerData.library);
parentPort.on('message', ({ name, text }) => {
  parse(name, text).then(
    value => parentPort.postMessage({ value }),
    error => parentPort.postMessage({ error: String(error.message) }),
  );
});
`;

/** What stands in an HCL file, as JSON, or what is wrong with it. */
export type HclResult =
  | { value: Record<string, unknown> }
  | { error: string; line: number };

type Answer = { value: Record<string, unknown> } | { error: string };

const GIVEN_UP: Answer = {
  error: 'the file is too deep or too large to be read',
};

/** Parses HCL, one file after the other. */
export class HclParser {
  static readonly shared = new HclParser();

  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Never rejects for what stands in the text. */
  parse(name: string, text: string): Promise<HclResult> {
    const result = this.#last.then(() => this.#parseNow(name, text));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #parseNow(name: string, text: string): Promise<HclResult> {
    const answer = await this.#ask(name, text);
    return 'value' in answer
      ? answer
      : {
          line: Number(/:(\d+),\d+/.exec(answer.error)?.[1] ?? 1),
          error: answer.error
            .replace(/^.*?\[?[^\s[]*:\d+,[\d-]+(?:,\d+)?: /, '')
            .replace(/\]$/, '')
            .slice(0, 300),
        };
  }

  async #ask(name: string, text: string): Promise<Answer> {
    clearTimeout(this.#idle);
    const worker = this.#worker ?? this.#start();
    this.#worker = worker;
    const done = new AbortController();
    const { signal } = done;
    worker.ref();
    worker.postMessage({ name, text });
    try {
      const answer = await Promise.race([
        once(worker, 'message', { signal }).then(([message]) => message),
        once(worker, 'exit', { signal }).then(() => GIVEN_UP),
        delay(TIMEOUT_MS, GIVEN_UP, { signal }),
      ]);
      const isBroken =
        answer === GIVEN_UP ||
        ('error' in answer && /call stack/.test(answer.error));
      return isBroken ? this.#giveUp(worker) : answer;
    } catch {
      return this.#giveUp(worker);
    } finally {
      done.abort();
      worker.unref();
      this.#idle = setTimeout(() => this.#end(worker), IDLE_MS).unref();
    }
  }

  #giveUp(worker: Worker): Answer {
    this.#end(worker);
    return GIVEN_UP;
  }

  #end(worker: Worker): void {
    if (this.#worker === worker) {
      this.#worker = undefined;
    }
    // An error of a thread that is being ended is nobody's any more.
    worker.on('error', () => {});
    worker.terminate();
  }

  #start(): Worker {
    return new Worker(PROGRAM, {
      eval: true,
      // What Go writes when it ends.
      stdout: true,
      stderr: true,
      env: {},
      workerData: { library: require.resolve('@cdktf/hcl2json') },
    });
  }
}
