import { ScmIntegrations } from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TestRepository } from './__testUtils__/TestRepository';
import { GitCredentials } from './GitCredentials';
import { GitMirror, type GitMirrorOptions } from './GitMirror';
import { parseRemote } from './GitRemote';

jest.setTimeout(60_000);

describe('GitMirror', () => {
  const close: (() => unknown)[] = [];
  let folder: string;
  let repository: TestRepository;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dora-mirrors-'));
    repository = await TestRepository.create();
    close.push(
      () => repository.remove(),
      () => rm(folder, { recursive: true, force: true }),
    );
  });
  afterEach(() => Promise.all(close.splice(0).map(one => one())));

  const mirrorOf = (
    url: string,
    rest: Partial<GitMirrorOptions> = {},
    integrations: object = {},
  ) =>
    new GitMirror({
      workDirectory: join(folder, 'mirrors'),
      id: 'gitops:test',
      remote: parseRemote(url),
      credentials: new GitCredentials(
        ScmIntegrations.fromConfig(new ConfigReader({ integrations })),
      ),
      refs: 'all',
      silenceMs: 1_500,
      ...rest,
    });
  const update = (mirror: GitMirror, signal = new AbortController().signal) =>
    mirror.update({ signal });

  /** Listens on a free port until the test ends. */
  async function listen(server: ReturnType<typeof createTcpServer>) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    close.push(() => server.close());
    return (server.address() as AddressInfo).port;
  }

  it('follows a remote, whoever owns it', async () => {
    const first = await repository.commit({ at: 1_772_442_000 });
    const mirror = mirrorOf(repository.url);
    expect(await update(mirror)).toEqual({
      branch: 'main',
      tip: first,
      shallow: [],
    });
    if (process.getuid?.() === 0) {
      await promisify(execFile)('chown', ['-R', '12345', repository.path]);
    }
    const second = await repository.commit({ at: 1_772_442_060 });
    expect((await update(mirror))?.tip).toBe(second);
  });

  it('is undefined while the remote has no commit', async () => {
    expect(await update(mirrorOf(repository.url))).toBeUndefined();
  });

  it('names a branch that is not there', async () => {
    await repository.commit({ at: 1_772_442_000 });
    const mirror = mirrorOf(repository.url, { branch: 'production' });
    await expect(update(mirror)).rejects.toThrow(
      `${repository.url} has no branch 'production'`,
    );
  });

  it('says why a remote cannot be read that is gone', async () => {
    const gone = join(folder, 'gone.git');
    await expect(update(mirrorOf(gone))).rejects.toThrow(
      /^git ls-remote failed: fatal: '.*gone\.git' does not appear to be a git repository/,
    );
  });

  it('gives up a remote that accepts and never answers', async () => {
    const port = await listen(createTcpServer(() => {}));
    const begun = Date.now();
    await expect(
      update(mirrorOf(`http://127.0.0.1:${port}/acme/gitops.git`)),
    ).rejects.toThrow('git ls-remote took longer than 1.5 s');
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  it('stops when it is told to', async () => {
    const port = await listen(createTcpServer(() => {}));
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 200);
    await expect(
      update(
        mirrorOf(`http://127.0.0.1:${port}/acme/gitops.git`),
        abort.signal,
      ),
    ).rejects.toThrow('git ls-remote was stopped');
  });

  it('asks nobody for a password, and tells none', async () => {
    const requests: IncomingMessage[] = [];
    const server = createServer((request, response) => {
      requests.push(request);
      response
        .writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' })
        .end();
    });
    const port = await listen(server);
    const begun = Date.now();
    const failure = await update(
      mirrorOf(
        `http://ann:s3cret@127.0.0.1:${port}/acme/gitops.git?token=t0ken`,
      ),
    ).catch(error => error);
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(failure.message).toMatch(
      /^git ls-remote failed: .*(Authentication failed|terminal prompts disabled)/,
    );
    expect(failure.message).not.toMatch(/s3cret|ann|t0ken/);
    expect(requests[0].headers.authorization).toBe(
      `Basic ${Buffer.from('ann:s3cret').toString('base64')}`,
    );
  });

  it('sends no token of an integration over plain http', async () => {
    const requests: IncomingMessage[] = [];
    const server = createServer((request, response) => {
      requests.push(request);
      response.writeHead(404).end();
    });
    const port = await listen(server);
    const mirror = mirrorOf(
      `http://127.0.0.1:${port}/acme/gitops.git`,
      {},
      { github: [{ host: `127.0.0.1:${port}`, token: 's3cret' }] },
    );
    await expect(update(mirror)).rejects.toThrow('not found');
    expect(requests[0].headers.authorization).toBeUndefined();
  });

  it('is made anew where it is damaged, and cleared of what a killed fetch left', async () => {
    const first = await repository.commit({
      at: 1_772_442_000,
      files: { a: '0' },
    });
    const mirror = mirrorOf(repository.url);
    await update(mirror);
    const packs = join(mirror.git.directory, 'objects', 'pack');
    await writeFile(join(packs, 'tmp_pack_abc'), 'half');
    // A lock whose process was killed, and objects that a full disk cut off.
    await writeFile(join(mirror.git.directory, 'packed-refs.lock'), '');
    await writeFile(
      join(mirror.git.directory, 'refs', 'heads', 'main.lock'),
      '',
    );
    const second = await repository.commit({
      at: 1_772_442_060,
      files: { a: '1' },
    });
    expect((await update(mirror))?.tip).toBe(second);
    expect(await readdir(packs)).not.toContain('tmp_pack_abc');
    expect(await mirror.git.run(['rev-parse', 'refs/heads/main~1'])).toBe(
      `${first}\n`,
    );
  });

  it('is removed only where git finds damage', async () => {
    await repository.commits(
      Array.from({ length: 200 }, (_, index) => ({
        at: 1_772_442_000 + index,
        files: { a: `${index}` },
      })),
    );
    const mirror = mirrorOf(repository.url);
    await update(mirror);
    const { signal } = new AbortController();
    await mirror.removeIfDamaged({ signal });
    const packs = join(mirror.git.directory, 'objects', 'pack');
    const [pack] = (await readdir(packs)).filter(name =>
      name.endsWith('.pack'),
    );
    await rm(join(packs, pack));
    await writeFile(join(packs, pack), 'PACK');
    await appendFile(join(packs, pack), Buffer.alloc(100));
    await mirror.removeIfDamaged({ signal });
    await expect(readdir(mirror.git.directory)).rejects.toThrow('ENOENT');
    expect(await update(mirror)).toMatchObject({ branch: 'main' });
  });

  it('runs no hook, no helper and no other protocol', async () => {
    await repository.commit({ at: 1_772_442_000 });
    const mirror = mirrorOf(repository.url);
    await update(mirror);
    const { git } = mirror;
    for (const url of [
      `ext::sh -c touch% ${folder}/owned`,
      repository.url,
      'https://127.0.0.1:1/x',
    ]) {
      await expect(git.run(['ls-remote', url])).rejects.toThrow(
        /transport '\w+' not allowed/,
      );
    }
    expect(await readdir(folder)).toEqual(['mirrors']);
  });

  it('refuses a work folder that belongs to somebody else', async () => {
    if (process.getuid?.() !== 0) {
      return;
    }
    await promisify(execFile)('install', [
      '-d',
      '-o',
      '12345',
      join(folder, 'mirrors'),
    ]);
    await expect(update(mirrorOf(repository.url))).rejects.toThrow(
      'dora.workDirectory: expected a folder of this account',
    );
  });
});
