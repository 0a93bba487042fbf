import { spawn } from 'node:child_process';
import { complaints } from './complaints';
import { GitError } from './GitError';
import { gitEnvironment } from './gitEnvironment';

const TIMEOUT_MS = 300_000;

/** How long git may tidy up before it is killed. */
const GRACE_MS = 5_000;

const MAX_BYTES = 16 * 1_024 * 1_024;

/** Who makes commits. */
export interface CommitAuthor {
  name: string;
  email: string;
}

/** The real git in one bare repository, without a shell. */
export class Git {
  readonly directory: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #secrets: string[];
  readonly #signal?: AbortSignal;
  readonly #timeoutMs: number;

  /** @param options - `directory`: of the repository; `timeoutMs`: of each command */
  constructor(options: {
    directory: string;
    authorization?: { url: string; value: string };
    signal?: AbortSignal;
    timeoutMs?: number;
  }) {
    const { directory, authorization, signal, timeoutMs } = options;
    this.directory = directory;
    this.#env = gitEnvironment({ authorization });
    this.#secrets = secretsOf(authorization?.value);
    this.#signal = signal;
    this.#timeoutMs = timeoutMs ?? TIMEOUT_MS;
  }

  /** Makes the repository. */
  async init(): Promise<void> {
    await this.run([
      'init',
      '--quiet',
      '--bare',
      '--template=',
      '--object-format=sha1',
    ]);
  }

  /**
   * What git prints, without the last line break.
   *
   * @throws GitError with what git or the remote said
   */
  async run(
    args: string[],
    options: { input?: string; env?: NodeJS.ProcessEnv; cwd?: string } = {},
  ): Promise<string> {
    const { input, env, cwd = this.directory } = options;
    const command = `git ${args.find(arg => !arg.startsWith('-'))}`;
    this.#signal?.throwIfAborted();

    return new Promise<string>((resolve, reject) => {
      const child = spawn('git', [`--git-dir=${this.directory}`, ...args], {
        cwd,
        env: { ...this.#env, ...env },
        stdio: 'pipe',
        // Its helpers for HTTP end with it.
        detached: true,
      });
      let reason: string | undefined;
      let killer: NodeJS.Timeout | undefined;
      const stop = (why: string) => {
        reason ??= why;
        signalGroup(child.pid, 'SIGTERM');
        killer ??= setTimeout(
          () => signalGroup(child.pid, 'SIGKILL'),
          GRACE_MS,
        );
      };
      const limit = setTimeout(
        () => stop(`took longer than ${this.#timeoutMs / 1_000} s`),
        this.#timeoutMs,
      );
      const onAbort = () => stop('was cancelled');
      this.#signal?.addEventListener('abort', onAbort);

      const printed: Buffer[] = [];
      let size = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_BYTES) {
          stop(`printed more than ${MAX_BYTES} bytes`);
        } else {
          printed.push(chunk);
        }
      });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr = (stderr + text).slice(-8_192);
      });
      // A git that has ended early says why by itself.
      child.stdin.on('error', () => {});
      child.stdin.end(input);

      child.once('error', error =>
        reject(new GitError(`git could not be started: ${error.message}`)),
      );
      child.once('close', code => {
        clearTimeout(limit);
        clearTimeout(killer);
        this.#signal?.removeEventListener('abort', onAbort);
        if (code === 0 && !reason) {
          resolve(Buffer.concat(printed).toString('utf8').replace(/\n$/, ''));
          return;
        }
        const said =
          reason ||
          `failed: ${
            complaints(stderr, { secrets: this.#secrets }) ||
            `it ended with ${code}`
          }`;
        reject(new GitError(`${command} ${said}`));
      });
    });
  }
}

/** The header's value and what it is made of: a remote may repeat any of them. */
function secretsOf(authorization: string | undefined): string[] {
  if (!authorization) {
    return [];
  }
  const [scheme, value = ''] = authorization.split(' ', 2);
  const decoded =
    scheme === 'Basic' ? Buffer.from(value, 'base64').toString('utf8') : '';
  const password = decoded.slice(decoded.indexOf(':') + 1);
  return [authorization, value, decoded, password];
}

function signalGroup(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
