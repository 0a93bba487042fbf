import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { GitServer } from '../git/__testUtils__/GitServer';
import { RemoteAccess } from '../git/RemoteAccess';
import { RemoteRepository } from '../git/RemoteRepository';
import { proposeFiles } from './proposeFiles';

const STAGING = 'environments/staging/orders/values.yaml';
const PROJECT = 'projects/orders.yaml';
const BRANCH = 'golden-path/orders';

// Each test starts a git server, and runs git many times.
jest.setTimeout(60_000);

describe('proposeFiles', () => {
  let server: GitServer;
  let folder: string;
  let url: string;
  let base: string;

  beforeEach(async () => {
    server = await GitServer.start();
    url = await server.create('gitops');
    base = await server.commit('gitops', {
      files: {
        'README.md': '# GitOps\n',
        'environments/staging/billing/values.yaml': 'image: {}\n',
      },
      message: 'Begin',
    });
    folder = await mkdtemp(join(tmpdir(), 'gitops-test-'));
    await write({
      [STAGING]: 'replicas: 2\n',
      [PROJECT]: 'kind: AppProject\n',
    });
  });

  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function write(files: Record<string, string>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
  }

  async function propose(options: { target?: string; branch?: string } = {}) {
    const config = mockServices.rootConfig({
      data: { goldenPath: { git: { remotes: [{ url: server.url }] } } },
    });
    const access = RemoteAccess.fromConfig(config, {
      integrations: ScmIntegrations.fromConfig(config),
    });
    return RemoteRepository.use(
      { remote: await access.open(url) },
      repository =>
        proposeFiles({
          repository,
          folder,
          branch: options.branch ?? BRANCH,
          target: options.target ?? 'main',
          title: 'Add orders',
          description: 'Environments of orders.',
          author: { name: 'Portal', email: 'portal@example.com' },
          at: new Date('2026-11-24T12:00:00Z'),
        }),
    );
  }

  const git = (...args: string[]) => server.git('gitops', ...args);
  const tip = () => git('rev-parse', BRANCH);

  it('adds the files to what is there, on a branch of their own', async () => {
    const { branch, commitHash, isNew } = await propose();

    expect({ branch, isNew }).toEqual({ branch: BRANCH, isNew: true });
    expect(await tip()).toBe(commitHash);
    expect(await git('rev-parse', `${BRANCH}^`)).toBe(base);
    expect(await git('rev-parse', 'main')).toBe(base);
    expect(await git('ls-tree', '-r', '--name-only', BRANCH)).toBe(
      [
        'README.md',
        'environments/staging/billing/values.yaml',
        STAGING,
        PROJECT,
      ].join('\n'),
    );
    expect(await git('log', '-1', '--format=%B', BRANCH)).toBe(
      `Add orders\n\nEnvironments of orders.\n\nGolden-Path-Branch: ${BRANCH}`,
    );
  });

  it('takes its own branch up again', async () => {
    const first = await propose();
    await server.commit('gitops', {
      files: { 'README.md': '# GitOps, later\n' },
      message: 'Go on',
    });

    expect(await propose()).toEqual({ ...first, isNew: false });
    expect(await git('rev-list', '--count', BRANCH)).toBe('2');
  });

  it('replaces what it proposed before by what it proposes now', async () => {
    await propose();
    await write({ [STAGING]: 'replicas: 3\n' });

    const { commitHash, isNew } = await propose();

    expect(isNew).toBe(true);
    expect(await tip()).toBe(commitHash);
    expect(await git('show', `${BRANCH}:${STAGING}`)).toBe('replicas: 3');
    expect(await git('rev-list', '--count', BRANCH)).toBe('2');
  });

  it('pushes nothing where all is merged already', async () => {
    await propose();
    await git('update-ref', 'refs/heads/main', BRANCH);
    await git('update-ref', '-d', `refs/heads/${BRANCH}`);

    expect(await propose()).toEqual({
      branch: 'main',
      commitHash: await git('rev-parse', 'main'),
      isNew: false,
    });
    expect(await git('branch', '--list', BRANCH)).toBe('');
  });

  it('overwrites no file', async () => {
    await server.commit('gitops', {
      files: { [STAGING]: 'replicas: 9\n' },
      message: 'Somebody was here first',
    });

    await expect(propose()).rejects.toThrow(
      `${url} has other files of the same names on 'main': ${STAGING}. They were not touched`,
    );
    expect(await git('branch', '--list', BRANCH)).toBe('');
  });

  it.each([
    ['environments/staging', 'a file in place of a folder'],
    [`${PROJECT}/file`, 'a folder in place of a file'],
  ])('overwrites nothing by taking its place: %s', async path => {
    const name = 'other';
    url = await server.create(name);
    await server.commit(name, { files: { [path]: 'x' }, message: 'Begin' });

    await expect(propose()).rejects.toThrow(
      /has other files of the same names/,
    );
  });

  it('does not touch a branch with commits of others', async () => {
    await propose();
    const theirs = await server.commit('gitops', {
      files: { [STAGING]: 'replicas: 5\n' },
      message: 'Have five',
      branch: BRANCH,
    });

    await expect(propose()).rejects.toThrow(
      `${url} has a branch '${BRANCH}' with commits that the golden path has not made; delete or rename it. It was not touched`,
    );
    expect(await tip()).toBe(theirs);
  });

  it('lets two services propose at the same time', async () => {
    const [orders, billing] = await Promise.all([
      propose(),
      propose({ branch: 'golden-path/billing' }),
    ]);
    expect(await tip()).toBe(orders.commitHash);
    expect(await git('rev-parse', 'golden-path/billing')).toBe(
      billing.commitHash,
    );
  });

  it('wants a branch to add to', async () => {
    await expect(propose({ target: 'trunk' })).rejects.toThrow(
      `${url} has no branch 'trunk'; expected a repository with one, that the portal may see`,
    );
  });

  it('says what a hook has said', async () => {
    await server.addHook('gitops', 'update', 'echo "Frozen." >&2; exit 1');

    await expect(propose()).rejects.toThrow(/remote: Frozen\..*hook declined/);
  });
});
