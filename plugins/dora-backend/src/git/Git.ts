import { GitError } from './GitError';
import { GitProcess } from './GitProcess';

/** Time of a question to a local repository; long enough for one with millions of commits. */
const TIMEOUT_MS = 600_000;

const MAX_BYTES = 64 * 1_024 * 1_024;

interface GitOptions {
  /** Bare repository. */
  directory: string;
  env: NodeJS.ProcessEnv;
  /** Default: the repository itself, where it exists. */
  cwd?: string;
}

/** Git in one bare repository. */
export class Git {
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
  readonly #cwd: string;

  constructor(options: GitOptions) {
    this.directory = options.directory;
    this.env = options.env;
    this.#cwd = options.cwd ?? options.directory;
  }

  /** Starts git; the caller reads its output. */
  start(
    args: string[],
    options: {
      signal?: AbortSignal;
      timeoutMs?: number;
      silenceMs?: number;
    } = {},
  ): GitProcess {
    return new GitProcess([`--git-dir=${this.directory}`, ...args], {
      ...options,
      env: this.env,
      cwd: this.#cwd,
    });
  }

  /**
   * What git prints.
   *
   * @throws GitError when it fails, prints too much or takes too long
   */
  async run(
    args: string[],
    options: {
      signal?: AbortSignal;
      input?: string;
      timeoutMs?: number;
      silenceMs?: number;
    } = {},
  ): Promise<string> {
    const { input, ...limits } = options;
    const git = this.start(args, { timeoutMs: TIMEOUT_MS, ...limits });
    git.stdin.end(input);
    const chunks: Buffer[] = [];
    let size = 0;
    git.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BYTES) {
        git.kill(`printed more than ${MAX_BYTES} bytes`);
      } else {
        chunks.push(chunk);
      }
    });
    await git.ended;
    return Buffer.concat(chunks).toString('utf8');
  }

  /** What git prints, without the last line break; undefined when it fails, as for an object that is not there. */
  async ask(
    args: string[],
    options: { signal?: AbortSignal } = {},
  ): Promise<string | undefined> {
    try {
      return (await this.run(args, options)).replace(/\n$/, '');
    } catch (error) {
      if (error instanceof GitError && !options.signal?.aborted) {
        return undefined;
      }
      throw error;
    }
  }
}
