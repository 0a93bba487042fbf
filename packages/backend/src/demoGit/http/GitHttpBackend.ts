import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Request, Response } from 'express';
import { gitEnvironment } from '../repositories/gitEnvironment';
import { GitRepository } from '../repositories/GitRepository';
import { CgiHeader } from './CgiHeader';

/** What git's smart HTTP asks for below a repository. */
export type GitHttpPath = 'info/refs' | 'git-upload-pack' | 'git-receive-pack';

const MAX_COMPLAINT = 2_000;

/** Serves repositories by `git http-backend`, which is git's own server for HTTP. */
export class GitHttpBackend {
  readonly #logger: LoggerService;
  readonly #maxBytes: number;
  readonly #timeoutMs: number;
  readonly #maxProcesses: number;
  #processes = 0;

  constructor(options: {
    logger: LoggerService;
    /** Of a request, such as what is pushed. */
    maxBytes?: number;
    timeoutMs?: number;
    /** Requests at once. */
    maxProcesses?: number;
  }) {
    this.#logger = options.logger;
    this.#maxBytes = options.maxBytes ?? 50 * 1024 * 1024;
    this.#timeoutMs = options.timeoutMs ?? 120_000;
    this.#maxProcesses = options.maxProcesses ?? 20;
  }

  /**
   * Answers a request of git.
   *
   * @param options.mayPush - whether it came with the right to push
   * @throws ServiceUnavailableError while too many are answered
   */
  async serve(options: {
    repository: GitRepository;
    path: GitHttpPath;
    mayPush: boolean;
    request: Request;
    response: Response;
  }): Promise<void> {
    if (this.#processes >= this.#maxProcesses) {
      throw new ServiceUnavailableError(
        `The git server answers ${
          this.#maxProcesses
        } requests already; try again`,
      );
    }
    this.#processes += 1;
    try {
      await this.#run(options);
    } finally {
      this.#processes -= 1;
    }
  }

  async #run(options: {
    repository: GitRepository;
    path: GitHttpPath;
    mayPush: boolean;
    request: Request;
    response: Response;
  }): Promise<void> {
    const { repository, request, response } = options;
    const child = spawn('git', ['http-backend'], {
      cwd: repository.directory,
      env: this.#environment(options),
      // A group of its own: git starts further processes
      detached: true,
      stdio: 'pipe',
    });
    const kill = () => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It has ended meanwhile, or never begun
      }
    };
    const timeout = setTimeout(kill, this.#timeoutMs);
    // Who is gone waits for nothing; a finished response has ended the process already
    response.once('close', kill);

    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', text => {
      complaint = (complaint + text).slice(-MAX_COMPLAINT);
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    // What breaks here breaks the process too, which says why
    pipeline(request, this.#limit(kill), child.stdin).catch(() => {});
    try {
      const isWhole = await this.#answer(child.stdout, response);
      const code = await ended;
      if (code !== 0 || !isWhole) {
        throw new Error(`git http-backend ended with ${code}: ${complaint}`);
      }
      response.end();
    } catch (error) {
      await ended;
      if (!response.headersSent) {
        throw error;
      }
      this.#logger.warn(`A request of git was cut off: ${error}`);
      response.destroy();
    } finally {
      clearTimeout(timeout);
    }
  }

  /**
   * Passes on what git prints, but not its end: git may have failed.
   *
   * @returns whether git printed a header
   */
  async #answer(
    stdout: NodeJS.ReadableStream,
    response: Response,
  ): Promise<boolean> {
    const header = new CgiHeader();
    let isBody = false;
    for await (const chunk of stdout) {
      let body: Buffer | undefined = chunk as Buffer;
      if (!isBody) {
        body = header.take(body);
        if (!body) {
          continue;
        }
        isBody = true;
        response.status(header.status);
        header.fields.forEach(([name, value]) => response.set(name, value));
      }
      if (body.length > 0 && !response.write(body)) {
        await Promise.race([once(response, 'drain'), once(response, 'close')]);
      }
    }
    return isBody;
  }

  /** Ends the process when more comes than is taken. */
  #limit(kill: () => void): Transform {
    let bytes = 0;
    return new Transform({
      transform: (chunk, _encoding, callback) => {
        bytes += chunk.length;
        if (bytes > this.#maxBytes) {
          kill();
          callback(new Error(`more than ${this.#maxBytes} bytes`));
        } else {
          callback(null, chunk);
        }
      },
    });
  }

  #environment(options: {
    repository: GitRepository;
    path: GitHttpPath;
    mayPush: boolean;
    request: Request;
  }): NodeJS.ProcessEnv {
    const { repository, path, mayPush, request } = options;
    const { service } = request.query;
    const protocol = request.get('git-protocol') ?? '';
    return {
      ...gitEnvironment({
        'http.getanyfile': 'false',
        'http.receivepack': `${mayPush}`,
        'receive.fsckObjects': 'true',
        'receive.maxInputSize': `${this.#maxBytes}`,
        // Git in the background would outlive the request
        'receive.autogc': 'false',
        'gc.auto': '0',
      }),
      GIT_PROJECT_ROOT: repository.directory,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${path}`,
      REQUEST_METHOD: request.method,
      QUERY_STRING:
        typeof service === 'string'
          ? `service=${encodeURIComponent(service)}`
          : '',
      CONTENT_TYPE: request.get('content-type') ?? '',
      CONTENT_LENGTH: request.get('content-length') ?? '',
      HTTP_CONTENT_ENCODING: request.get('content-encoding') ?? '',
      ...(/^version=[012]$/.test(protocol) && { GIT_PROTOCOL: protocol }),
      ...(mayPush && { REMOTE_USER: 'demo' }),
    };
  }
}
