import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request as forward, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MockDirectory } from '@backstage/backend-test-utils';
import { runAsPerson } from '../../../demoGit/__testUtils__/runAsPerson';
import { startDemoGit } from '../../../demoGit/__testUtils__/startDemoGit';

/** A GitOps repository on the demo's git server, behind a proxy that can let somebody push at the worst moment. */
export class GitopsRemote {
  /** Called before a push reaches the server; the push has to wait for it. */
  beforePush: () => Promise<void> = async () => {};
  readonly #direct: string;
  readonly #person: string;
  readonly #server: Server;

  private constructor(options: { direct: string; person: string }) {
    this.#direct = options.direct;
    this.#person = options.person;
    this.#server = createServer(async (request, response) => {
      if (request.method === 'POST' && /git-receive-pack/.test(request.url!)) {
        await this.beforePush();
      }
      const { method, headers } = request;
      const passedOn = forward(
        new URL(request.url!, this.#direct),
        { method, headers },
        answer => {
          response.writeHead(answer.statusCode!, answer.headers);
          answer.pipe(response);
        },
      );
      passedOn.on('error', () => response.destroy());
      request.pipe(passedOn);
    });
  }

  /**
   * @param directory - the server's repositories are in it
   * @param files - folder with what is in main
   */
  static async start(options: {
    directory: MockDirectory;
    files: string;
  }): Promise<GitopsRemote> {
    const { directory, files } = options;
    directory.addContent({ git: {} });
    const { url, pushUrl } = await startDemoGit(directory);
    await runAsPerson(files, 'init', '--quiet', '--initial-branch=main');
    await runAsPerson(files, 'add', '.');
    await runAsPerson(files, 'commit', '--quiet', '--message=Add services');
    await runAsPerson(
      files,
      'push',
      '--quiet',
      `${pushUrl}/gitops.git`,
      'main',
    );
    const person = await mkdtemp(join(tmpdir(), 'person-'));
    await runAsPerson(person, 'clone', '--quiet', `${pushUrl}/gitops.git`, '.');

    const remote = new GitopsRemote({ direct: url, person });
    remote.#server.listen(0, '127.0.0.1');
    await once(remote.#server, 'listening');
    return remote;
  }

  /** Address of the repository, as a pipeline has it. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/demo-git/gitops.git`;
  }

  /** Variables of a job that deploys. */
  env(folder: string): Record<string, string> {
    return {
      GITOPS_URL: this.url,
      GITOPS_TOKEN: 'a-token',
      GITOPS_FOLDER: folder,
      PUSH_PAUSE: '0.2',
    };
  }

  /** Somebody else commits a file to main; gives the commit. */
  async commitFile(options: {
    path: string;
    content: string;
  }): Promise<string> {
    const { path, content } = options;
    const file = join(this.#person, path);
    await this.git('fetch', '--quiet');
    await this.git('reset', '--quiet', '--hard', 'origin/main');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    await this.git('add', '.');
    await this.git('commit', '--quiet', `--message=Change ${path}`);
    await this.git('push', '--quiet', 'origin', 'HEAD:main');
    return (await this.git('rev-parse', 'HEAD')).trim();
  }

  /** What a revision has in a file, as the server knows it. */
  async show(path: string, revision = 'origin/main'): Promise<string> {
    await this.git('fetch', '--quiet', '--prune');
    return this.git('show', `${revision}:${path}`);
  }

  /** Subjects from the newest on. */
  async subjects(revision = 'origin/main'): Promise<string[]> {
    await this.git('fetch', '--quiet', '--prune');
    return (await this.git('log', '--format=%s', revision)).trim().split('\n');
  }

  /** Git in a clone that the server takes pushes of. */
  async git(...args: string[]): Promise<string> {
    return runAsPerson(this.#person, ...args);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
    await rm(this.#person, { recursive: true, force: true });
  }
}
