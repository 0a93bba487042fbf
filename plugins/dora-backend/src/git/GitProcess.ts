import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { GitError } from './GitError';
import { withoutCredentials } from './withoutCredentials';

/** What is kept of a process's complaints, from their end. */
const MAX_STDERR = 4_096;
const MAX_MESSAGE = 600;

/** How long a process may tidy up its lock files before it is killed. */
const GRACE_MS = 5_000;

export interface GitProcessOptions {
  env: NodeJS.ProcessEnv;
  cwd?: string;
  signal?: AbortSignal;
  /** Wall-clock limit. */
  timeoutMs?: number;
  /** Limit of the time without any output; for remotes, with `--progress`. */
  silenceMs?: number;
}

/** One run of git, without a shell, in a process group of its own. */
export class GitProcess {
  readonly stdout: Readable;
  readonly stdin: Writable;
  /**
   * Resolves when git has ended well.
   *
   * @throws GitError otherwise, with what git said
   */
  readonly ended: Promise<void>;
  readonly #child: ChildProcessWithoutNullStreams;
  #stderr = '';
  #reason?: string;
  #killer?: NodeJS.Timeout;

  constructor(args: string[], options: GitProcessOptions) {
    const { env, cwd, signal, timeoutMs, silenceMs } = options;
    const child = spawn('git', args, {
      env,
      cwd,
      detached: true,
      stdio: 'pipe',
    });
    this.#child = child;
    this.stdout = child.stdout;
    this.stdin = child.stdin;
    // A process that has ended early says why by itself.
    child.stdin.on('error', () => {});

    const limits: NodeJS.Timeout[] = [];
    if (timeoutMs !== undefined) {
      limits.push(
        setTimeout(
          () => this.kill(`took longer than ${timeoutMs / 1_000} s`),
          timeoutMs,
        ),
      );
    }
    let heard = () => {};
    if (silenceMs !== undefined) {
      const silence = setTimeout(
        () => this.kill(`did not answer for ${silenceMs / 1_000} s`),
        silenceMs,
      );
      limits.push(silence);
      heard = () => silence.refresh();
      child.stdout.on('data', heard);
    }
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      heard();
      this.#stderr = (this.#stderr + text).slice(-MAX_STDERR);
    });

    const onAbort = () => this.kill('was stopped');
    signal?.addEventListener('abort', onAbort);
    this.ended = new Promise<void>((resolve, reject) => {
      child.once('error', error =>
        reject(new GitError(`git could not be started: ${error.message}`)),
      );
      child.once('close', code => {
        limits.forEach(clearTimeout);
        clearTimeout(this.#killer);
        signal?.removeEventListener('abort', onAbort);
        if (code === 0 && this.#reason === undefined) {
          resolve();
        } else {
          reject(new GitError(this.#describe(args, code)));
        }
      });
    });
    // Whoever waits for it gets the error; nobody may wait for a process that was given up.
    this.ended.catch(() => {});
    if (signal?.aborted) {
      onAbort();
    }
  }

  /** Ends git and what it has started: gently at first, so that it removes its lock files. */
  kill(reason: string): void {
    const { exitCode, signalCode } = this.#child;
    if (
      this.#reason !== undefined ||
      exitCode !== null ||
      signalCode !== null
    ) {
      return;
    }
    this.#reason = reason;
    this.#signal('SIGTERM');
    this.#killer = setTimeout(() => this.#signal('SIGKILL'), GRACE_MS);
  }

  #signal(name: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) {
      return;
    }
    try {
      process.kill(-pid, name);
    } catch {
      // It has ended meanwhile.
    }
  }

  #describe(args: string[], code: number | null): string {
    const command = `git ${args.find(arg => !arg.startsWith('-')) ?? ''}`;
    if (this.#reason !== undefined) {
      return `${command} ${this.#reason}`;
    }
    const said = complaints(withoutCredentials(this.#stderr));
    return `${command} failed: ${said || `it ended with ${code}`}`;
  }
}

/** The lines in which git or the other side says what is wrong, without the progress before them. */
function complaints(stderr: string): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(
      line =>
        line !== '' &&
        !/\d+%|^remote: (?:Total|Enumerating|Counting)/.test(line),
    );
  const clear = lines.filter(line =>
    /^(?:fatal|error|remote|ssh|!)/.test(line),
  );
  return (clear.length > 0 ? clear : lines).join('; ').slice(0, MAX_MESSAGE);
}
