import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { GitServer } from '../git/__testUtils__/GitServer';
import { RemoteAccess } from '../git/RemoteAccess';
import { RemoteRepository } from '../git/RemoteRepository';
import { publishRepository } from './publishRepository';

const FILES = {
  'README.md': '# Orders\n',
  '.gitignore': 'dist\n',
  'dist/kept.txt': 'although it is ignored\n',
  'scripts/run.sh': '#!/bin/sh\n',
};
const AUTHOR = { name: 'Portal', email: 'portal@example.com' };
const PASSWORD = 'a-secret/with+signs';

// Each test starts a git server, and runs git many times.
jest.setTimeout(60_000);

describe('publishRepository', () => {
  let server: GitServer;
  let folder: string;

  beforeEach(async () => {
    server = await GitServer.start();
    folder = await mkdtemp(join(tmpdir(), 'publish-test-'));
    for (const [path, content] of Object.entries(FILES)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await chmod(join(folder, 'scripts/run.sh'), 0o755);
  });

  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function publish(
    url: string,
    options: {
      entityRef?: string;
      token?: string;
      signal?: AbortSignal;
      timeoutMs?: number;
    } = {},
  ) {
    const {
      entityRef = 'component:default/orders',
      token,
      ...limits
    } = options;
    const config = mockServices.rootConfig({
      data: { goldenPath: { git: { remotes: [{ url: server.url, token }] } } },
    });
    const access = RemoteAccess.fromConfig(config, {
      integrations: ScmIntegrations.fromConfig(config),
    });
    return RemoteRepository.use(
      { remote: await access.open(url), ...limits },
      repository =>
        publishRepository({
          repository,
          folder,
          branch: 'main',
          entityRef,
          title: 'Create orders',
          author: AUTHOR,
          requestedBy: 'user:default/ann',
          at: new Date('2026-11-24T12:00:00Z'),
        }),
    );
  }

  it('makes the folder the first commit', async () => {
    const url = await server.create('orders');

    const { commitHash, isNew } = await publish(url);

    expect(isNew).toBe(true);
    expect(await server.git('orders', 'rev-parse', 'main')).toBe(commitHash);
    expect(
      await server.git(
        'orders',
        'ls-tree',
        '-r',
        '--format=%(objectmode) %(path)',
        'main',
      ),
    ).toBe(
      [
        '100644 .gitignore',
        '100644 README.md',
        '100644 dist/kept.txt',
        '100755 scripts/run.sh',
      ].join('\n'),
    );
    expect(await server.git('orders', 'log', '--format=%an %ae %at %B')).toBe(
      [
        'Portal portal@example.com 1795521600 Create orders',
        '',
        'Golden-Path-Entity: component:default/orders',
        'Requested-by: user:default/ann',
      ].join('\n'),
    );
  });

  it('finds what a run before it has published, and does nothing twice', async () => {
    const url = await server.create('orders');
    const first = await publish(url);

    expect(await publish(url)).toEqual({
      commitHash: first.commitHash,
      isNew: false,
    });
    await server.commit('orders', {
      files: { 'a.txt': 'a' },
      message: 'Go on',
    });
    expect(await publish(url)).toEqual({
      commitHash: first.commitHash,
      isNew: false,
    });
    expect(await server.git('orders', 'rev-list', '--count', 'main')).toBe('2');
  });

  it('takes a push for done whose answer was lost', async () => {
    const url = await server.create('orders');
    server.intercept = (request, response) => {
      if (request.url!.endsWith('/git-receive-pack')) {
        server.intercept = () => false;
        // The remote takes it, and says nothing
        const { write } = response;
        response.write = () => true;
        response.end = (() => {
          response.write = write;
          response.destroy();
          return response;
        }) as any;
      }
      return false;
    };

    const { commitHash } = await publish(url);

    expect(await server.git('orders', 'rev-parse', 'main')).toBe(commitHash);
  });

  it('does not touch a repository of somebody else', async () => {
    const url = await server.create('orders');
    const theirs = await server.commit('orders', {
      files: { 'README.md': '# Theirs\n' },
      message: 'Begin',
    });

    await expect(publish(url)).rejects.toThrow(
      `${url} exists, and has other content; choose another name, or an empty repository. It was not touched`,
    );
    expect(await server.git('orders', 'rev-parse', 'main')).toBe(theirs);
  });

  it('does not touch a repository with nothing but another branch or a tag', async () => {
    const url = await server.create('orders');
    await server.commit('orders', {
      files: { 'README.md': '# Theirs\n' },
      message: 'Begin',
      branch: 'develop',
    });

    await expect(publish(url)).rejects.toThrow(/has other content/);
    expect(await server.git('orders', 'branch', '--list')).toBe('develop');
  });

  it('does not touch the repository of another entity', async () => {
    const url = await server.create('orders');
    await publish(url);

    await expect(
      publish(url, { entityRef: 'component:default/billing' }),
    ).rejects.toThrow(
      `${url} exists, as the repository of component:default/orders; choose another name. It was not touched`,
    );
  });

  it('does not touch its own repository after other answers', async () => {
    const url = await server.create('orders');
    await publish(url);
    await writeFile(join(folder, 'README.md'), '# Other orders\n');

    await expect(publish(url)).rejects.toThrow(
      /was made with other answers or by another version of the template/,
    );
    expect(await server.git('orders', 'rev-list', '--count', 'main')).toBe('1');
  });

  it('says what a hook has said', async () => {
    const url = await server.create('orders');
    await server.addHook(
      'orders',
      'pre-receive',
      'echo "Commits have to be signed." >&2; exit 1',
    );

    await expect(publish(url)).rejects.toThrow(
      /remote: Commits have to be signed\..*pre-receive hook declined/,
    );
    expect(await server.git('orders', 'for-each-ref')).toBe('');
  });

  it('says that the disk of the remote is full', async () => {
    const url = await server.create('orders');
    await server.addHook('orders', 'pre-receive', 'env echo kept > /dev/full');

    await expect(publish(url)).rejects.toThrow(
      /remote: .*No space left on device.*pre-receive hook declined/,
    );
  });

  it('says that it is too much for the remote', async () => {
    const url = await server.create('orders');
    await server.git('orders', 'config', 'receive.maxInputSize', '50');

    await expect(publish(url)).rejects.toThrow(
      /remote: fatal: pack exceeds maximum allowed size/,
    );
  });

  it('says where there is no repository', async () => {
    await expect(publish(`${server.url}/nowhere.git`)).rejects.toThrow(
      new RegExp(
        `There is no repository ${server.url}/nowhere.git, or the portal may not see it; create an empty one, or name another`,
      ),
    );
  });

  it('sends its token, and tells nobody', async () => {
    const url = await server.create('orders');
    server.password = PASSWORD;

    await expect(publish(url)).rejects.toThrow(
      /refuses the portal: no credentials are configured for it, in goldenPath.git.remotes or integrations/,
    );
    const wrong = 'wrong-secret';
    const refused: Error = await publish(url, { token: wrong }).catch(it => it);
    expect(refused.message).toMatch(/its credentials are not accepted there/);
    expect(refused.message).not.toContain(wrong);
    expect((await publish(url, { token: PASSWORD })).isNew).toBe(true);
  });

  it('redacts what the remote repeats of its token', async () => {
    const url = await server.create('orders');
    const encoded = Buffer.from(`git:${PASSWORD}`).toString('base64');
    await server.addHook(
      'orders',
      'pre-receive',
      `echo "No: ${PASSWORD} ${encoded}" >&2; exit 1`,
    );

    await expect(publish(url, { token: PASSWORD })).rejects.toThrow(
      /remote: No: \*\*\* \*\*\*/,
    );
  });

  it('gives up a remote that does not answer', async () => {
    const url = await server.create('orders');
    server.intercept = () => true;

    await expect(publish(url, { timeoutMs: 300 })).rejects.toThrow(
      `${url}: git ls-remote took longer than 0.3 s`,
    );
  });

  it('stops when the task is cancelled', async () => {
    const url = await server.create('orders');
    const cancelling = new AbortController();
    server.intercept = () => {
      cancelling.abort();
      return true;
    };

    await expect(publish(url, { signal: cancelling.signal })).rejects.toThrow(
      'git ls-remote was cancelled',
    );
  });

  it('follows no redirect', async () => {
    const url = await server.create('orders');
    server.intercept = (request, response) => {
      if (request.url!.startsWith('/elsewhere')) {
        return false;
      }
      response
        .writeHead(302, { Location: `${server.url}/elsewhere.git/info/refs` })
        .end();
      return true;
    };

    await expect(publish(url)).rejects.toThrow(/302/);
  });

  it.each([
    'https://git.elsewhere.example.com/orders.git',
    'http://127.0.0.1:1/orders.git',
  ])('does not write to %s, which is not allowed', async url => {
    await expect(publish(url)).rejects.toThrow(
      `The portal does not write to ${url}; expected a repository below ${server.url}/ or on a host of 'integrations'`,
    );
  });
});
