import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Answers in place of git; returns whether it did. */
type Interceptor = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean;

/** A real git server: bare repositories behind `git http-backend`. */
export class GitServer {
  readonly #folder: string;
  readonly #server: Server;
  /** Everybody may push without one. */
  password: string | undefined;
  intercept: Interceptor = () => false;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer((request, response) => {
      if (this.intercept(request, response)) {
        return;
      }
      if (!this.#isKnown(request)) {
        response
          .writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' })
          .end('Who are you?');
        return;
      }
      this.#serve(request, response);
    });
  }

  static async start(): Promise<GitServer> {
    const server = new GitServer(await mkdtemp(join(tmpdir(), 'git-server-')));
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Without a slash at the end. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Makes an empty repository, and returns its URL. */
  async create(name: string): Promise<string> {
    await promisify(execFile)('git', [
      'init',
      '--quiet',
      '--bare',
      '--initial-branch=main',
      this.path(name),
    ]);
    await this.git(name, 'config', 'http.receivepack', 'true');
    return `${this.url}/${name}.git`;
  }

  path(name: string): string {
    return join(this.#folder, `${name}.git`);
  }

  /** Any git command in a repository. */
  async git(name: string, ...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('git', [
      `--git-dir=${this.path(name)}`,
      ...args,
    ]);
    return stdout.trim();
  }

  /** Makes a commit by itself, as somebody else would. */
  async commit(
    name: string,
    options: {
      files: Record<string, string>;
      message: string;
      branch?: string;
    },
  ): Promise<string> {
    const { files, message, branch = 'main' } = options;
    const work = await mkdtemp(join(this.#folder, 'work-'));
    const run = async (...args: string[]) =>
      (await promisify(execFile)('git', args, { cwd: work })).stdout.trim();
    await run('clone', '--quiet', this.path(name), '.');
    const exists = await run('ls-remote', 'origin', `refs/heads/${branch}`);
    await (exists
      ? run('checkout', '--quiet', branch)
      : run('checkout', '--quiet', '-B', branch));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(work, path)), { recursive: true });
      await writeFile(join(work, path), content);
    }
    await run('add', '--all');
    await run(
      '-c',
      'user.name=Ann',
      '-c',
      'user.email=ann@example.com',
      'commit',
      '--quiet',
      '-m',
      message,
    );
    await run('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    return run('rev-parse', 'HEAD');
  }

  /** A script that git runs, such as `pre-receive`. */
  async addHook(name: string, hook: string, script: string): Promise<void> {
    const file = join(this.path(name), 'hooks', hook);
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
  }

  #isKnown(request: IncomingMessage): boolean {
    const given = request.headers.authorization?.replace('Basic ', '') ?? '';
    const [, password] = Buffer.from(given, 'base64').toString().split(':');
    return this.password === undefined || this.password === password;
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, search } = new URL(request.url!, this.url);
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.#folder,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: request.headers['git-protocol'] as string | undefined,
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
        REMOTE_USER: 'somebody',
      },
    });
    request.pipe(child.stdin);
    let head = Buffer.alloc(0);
    child.stdout.on('data', (chunk: Buffer) => {
      if (response.headersSent) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end >= 0) {
        const headers = head.subarray(0, end).toString().split('\r\n');
        const fields = headers.map(line => line.split(': ', 2));
        const status = fields.find(([key]) => key === 'Status')?.[1] ?? '200';
        response.writeHead(
          Number.parseInt(status, 10),
          Object.fromEntries(fields.filter(([key]) => key !== 'Status')),
        );
        response.write(head.subarray(end + 4));
      }
    });
    child.once('close', () => response.end());
  }
}
