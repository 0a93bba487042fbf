import { chmod, mkdir, readdir } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { runAsPerson } from './__testUtils__/runAsPerson';
import { startDemoGit } from './__testUtils__/startDemoGit';

jest.setTimeout(60_000);

const directory = createMockDirectory();
const clone = directory.resolve('clone');
const git = (...args: string[]) => runAsPerson(clone, ...args);
let url: string;
let pushUrl: string;

beforeAll(async () => {
  directory.setContent({
    git: {},
    'clone/README.md': '# Shop\n',
    'clone/slos/shop.yaml': 'service: shop\n',
  });
  ({ url, pushUrl } = await startDemoGit(directory));
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', '--message=Begin the shop');
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, { headers, redirect: 'manual' });
const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`x:${password}`).toString('base64')}`,
});

describe('the git server of the demo', () => {
  it('makes a repository that is pushed to, and gives it to everybody', async () => {
    await git('push', `${pushUrl}/shop.git`, 'main');

    await git('clone', '--quiet', `${url}/shop.git`, directory.resolve('copy'));
    expect(await readdir(directory.resolve('copy'))).toEqual([
      '.git',
      'README.md',
      'slos',
    ]);
  });

  it('takes two pushes of branches at once', async () => {
    await Promise.all(
      ['a', 'b'].map(name =>
        git('push', `${pushUrl}/twice.git`, `main:refs/heads/${name}`),
      ),
    );
    expect(await git('ls-remote', `${url}/twice.git`)).toMatch(
      /refs\/heads\/a\n.*refs\/heads\/b\n/,
    );
  });

  it('refuses a push that does not follow from what is there', async () => {
    await git('push', `${pushUrl}/race.git`, 'main');
    await git('commit', '--quiet', '--amend', '--message=Another beginning');
    await expect(git('push', `${pushUrl}/race.git`, 'main')).rejects.toThrow(
      'rejected',
    );
  });

  it.each([
    ['no password', 'http://', /could not read Username/],
    ['another password', 'http://anyone:wrong@', /Authentication failed/],
  ])('takes no push with %s', async (_, scheme, message) => {
    const remote = `${scheme}${url.replace('http://', '')}/nobody.git`;
    await expect(git('push', remote, 'main')).rejects.toThrow(message);
    expect(await readdir(directory.resolve('git'))).not.toContain('nobody.git');
  });

  it('takes no push past the question for a password', async () => {
    const response = await fetch(`${url}/shop.git/git-receive-pack`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-git-receive-pack-request' },
      body: '0000',
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
  });

  it.each(['Shop', '-x', 'a..b', 'x.lock', 'x.git', `${'a'.repeat(101)}`])(
    'makes no repository called %s',
    async name => {
      const response = await get(
        `/${name}.git/info/refs?service=git-receive-pack`,
        basic('a-token'),
      );
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('up to 100 lower-case letters');
    },
  );

  it.each([
    '/..%2f..%2fclone%2f.git/info/refs',
    '/%2e%2e.git/info/refs',
    '/shop.git/../../clone/.git/info/refs',
    '/x%00.git/info/refs',
  ])('serves nothing outside of its folder at %s', async path => {
    for (const service of ['git-upload-pack', 'git-receive-pack']) {
      const response = await get(
        `${path}?service=${service}`,
        basic('a-token'),
      );
      expect([400, 404]).toContain(response.status);
    }
    expect(await readdir(directory.path)).not.toContain('.git');
  });

  it.each([
    '/shop.git/HEAD',
    '/shop.git/config',
    '/shop.git/objects/info/packs',
    '/shop.git/info/refs',
    '/shop.git/info/refs?service=git-upload-archive',
    '/nothing.git/info/refs?service=git-upload-pack',
  ])('does not serve %s', async path => {
    expect((await get(path)).status).toBe(404);
  });

  it('runs no hook that a push could have brought', async () => {
    const hooks = directory.resolve('git/shop.git/hooks');
    await mkdir(hooks, { recursive: true });
    directory.addContent({
      'git/shop.git/hooks/pre-receive': '#!/bin/sh\nexit 1\n',
    });
    await chmod(`${hooks}/pre-receive`, 0o755);
    await git('push', `${pushUrl}/shop.git`, 'main:refs/heads/hooked');
    expect(await git('ls-remote', `${url}/shop.git`, 'hooked')).toMatch(
      /refs\/heads\/hooked/,
    );
  });

  it('leads from the address of a clone to the page', async () => {
    const response = await get('/shop.git');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/api/demo-git/shop');
  });
});

describe('the git server of a demo', () => {
  it('makes nothing while the demo makes its own', async () => {
    const fresh = await startDemoGit(directory, {
      demo: {
        delivery: {
          records: directory.resolve('records'),
          repositories: directory.resolve('later'),
        },
      },
    });
    await expect(git('push', `${fresh.pushUrl}/x.git`, 'main')).rejects.toThrow(
      '503',
    );
    const home = await fetch(`${fresh.url}/`);
    expect(await home.text()).toContain('There is none yet');
  });

  it('takes no push without a token', async () => {
    const closed = await startDemoGit(directory, {
      backend: { baseUrl: 'http://localhost:7007' },
    });
    const response = await fetch(
      `${closed.url}/shop.git/info/refs?service=git-receive-pack`,
      { headers: basic('') },
    );
    expect(response.status).toBe(403);
  });
});
