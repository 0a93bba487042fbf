import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  ChangeEvent,
  CommitEvent,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import { TestRepository } from '../../git/__testUtils__/TestRepository';
import { SourcesUnderTest } from '../__testUtils__/SourcesUnderTest';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** 2026-03-02T09:00:00Z. */
const MONDAY = 1_772_442_000;

describe('RepositorySource', () => {
  const open: { remove(): Promise<void> }[] = [];
  let repository: TestRepository;
  let sources: SourcesUnderTest;

  beforeEach(async () => {
    repository = await TestRepository.create();
    sources = await SourcesUnderTest.create(await databases.init('SQLITE_3'), {
      sources: [{ type: 'git' }],
      services: [
        {
          repository: `file${repository.path.replace(/\.git$/, '')}`,
          repository_url: repository.url,
        },
      ],
    });
    open.push(repository, sources);
  });
  afterEach(() => Promise.all(open.splice(0).map(one => one.remove())));

  const changes = async () =>
    (await sources.events<ChangeEvent>())
      .filter(({ type }) => type === 'change')
      .sort((a, b) => a.position! - b.position!);
  const others = async <T extends VersionEvent | CommitEvent>(
    type: T['type'],
  ) => (await sources.events<T>()).filter(event => event.type === type);

  it('tells merges with what they brought, and direct commits', async () => {
    const [root] = await repository.commits([
      { at: MONDAY, message: 'Begin', files: { a: '0' } },
    ]);
    // Authored on Sunday, committed on Monday; with a merge of the default branch within.
    const [first, direct] = await repository.commits([
      {
        at: MONDAY + 100,
        authoredAt: MONDAY - 86_400,
        branch: 'feature',
        parents: [root],
        files: { b: '1' },
      },
      { at: MONDAY + 150, message: 'Fix a typo (#4)', files: { a: '1' } },
    ]);
    const [update, last] = await repository.commits([
      {
        at: MONDAY + 160,
        branch: 'feature',
        parents: [first, direct],
        message: "Merge branch 'main' into feature",
        files: { a: '1' },
      },
      { at: MONDAY + 200, branch: 'feature', files: { b: '2' } },
    ]);
    const merge = await repository.commit({
      at: MONDAY + 300,
      parents: [direct, last],
      message:
        'Merge pull request #7 from acme/hotfix/login\n\nLet people sign in\n',
      files: { b: '2' },
    });
    await sources.collect();
    expect(await changes()).toEqual([
      {
        type: 'change',
        id: `change:${root}`,
        repository: repository.url,
        sha: root,
        position: 0,
        mergedAt: '2026-03-02T09:00:00Z',
        title: 'Begin',
        commits: [
          {
            authoredAt: '2026-03-02T09:00:00Z',
            committedAt: '2026-03-02T09:00:00Z',
          },
        ],
      },
      expect.objectContaining({
        sha: direct,
        position: 1,
        title: 'Fix a typo (#4)',
        number: 4,
      }),
      {
        type: 'change',
        id: `change:${merge}`,
        repository: repository.url,
        sha: merge,
        position: 2,
        mergedAt: '2026-03-02T09:05:00Z',
        title: 'Let people sign in',
        number: 7,
        branch: 'hotfix/login',
        // Neither the merge of the default branch nor what came with it is part of the change.
        commits: [
          {
            authoredAt: '2026-03-01T09:00:00Z',
            committedAt: '2026-03-02T09:01:40Z',
          },
          {
            authoredAt: '2026-03-02T09:03:20Z',
            committedAt: '2026-03-02T09:03:20Z',
          },
        ],
      },
    ]);
    expect(update).not.toBe(merge);
    expect(await sources.status()).toEqual([
      expect.objectContaining({ type: 'git', state: 'ok', warnings: [] }),
    ]);
  });

  it('says what a change reverts, as commits of the default branch', async () => {
    const [root] = await repository.commits([
      { at: MONDAY, files: { a: '0' } },
    ]);
    const inner = await repository.commit({
      at: MONDAY + 10,
      branch: 'feature',
      parents: [root],
      files: { b: '1' },
    });
    const merge = await repository.commit({
      at: MONDAY + 20,
      parents: [root, inner],
      message: 'Merge pull request #1 from acme/feature',
      files: { b: '1' },
    });
    const undone = await repository.commit({
      at: MONDAY + 30,
      branch: 'revert-1',
      parents: [merge],
      message: `Revert "Feature"\n\nThis reverts commit ${inner.slice(0, 10)}.`,
      files: { b: null },
    });
    await repository.commits([
      {
        at: MONDAY + 40,
        parents: [merge, undone],
        message: 'Merge pull request #2 from acme/revert-1',
        files: { b: null },
      },
      { at: MONDAY + 50, message: 'Revert "Feature (#1)" (#3)' },
      {
        at: MONDAY + 60,
        message: `Undo\n\nThis reverts commit ${'9'.repeat(
          40,
        )}.\nReverts acme/app#12`,
      },
    ]);
    await sources.collect();
    expect(
      (await changes()).slice(2).map(({ number, reverts, revertsNumbers }) => ({
        number,
        reverts,
        revertsNumbers,
      })),
    ).toEqual([
      // The commit that is named was brought by the merge; only that is a change.
      { number: 2, reverts: [merge], revertsNumbers: undefined },
      { number: 3, reverts: undefined, revertsNumbers: [1] },
      // A commit of another repository.
      { number: undefined, reverts: undefined, revertsNumbers: [12] },
    ]);
  });

  it('names tagged commits, and tells where those beside the default branch stand', async () => {
    const [root, second] = await repository.commits([
      { at: MONDAY, files: { a: '0' } },
      { at: MONDAY + 10, files: { a: '1' } },
    ]);
    const build = await repository.commit({
      at: MONDAY + 20,
      branch: 'feature',
      parents: [root],
      files: { b: '1' },
    });
    await repository.git('tag', 'v1', root);
    await repository.git('tag', 'build-1', build);
    await repository.git(
      '-c',
      'user.name=Ben',
      '-c',
      'user.email=ben@example.com',
      'tag',
      '--annotate',
      '--message=Second',
      'v2',
      second,
    );
    await repository.git('tag', 'a-tree', `${root}^{tree}`);
    await sources.collect();
    const names = async () =>
      Object.fromEntries(
        (await others<VersionEvent>('version')).map(one => [
          one.version,
          one.sha,
        ]),
      );
    const places = async () =>
      (await others<CommitEvent>('commit')).map(
        ({ sha, contains, containedBy }) => ({ sha, contains, containedBy }),
      );
    expect(await names()).toEqual({ v1: root, v2: second, 'build-1': build });
    expect(await places()).toEqual([
      { sha: build, contains: 0, containedBy: null },
    ]);

    // Merged: the first commit of the default branch that has it is number 2. A tag moves, another one goes.
    await repository.commit({
      at: MONDAY + 30,
      parents: [second, build],
      files: { a: '1', b: '1' },
    });
    await repository.git('tag', '--force', 'v1', second);
    await repository.git('tag', '--delete', 'v2');
    await sources.collect();
    expect(await names()).toEqual({ v1: second, v2: second, 'build-1': build });
    expect(await places()).toEqual([
      { sha: build, contains: 0, containedBy: 2 },
    ]);
  });

  it('places commits that deployments name', async () => {
    const [root, second] = await repository.commits([
      { at: MONDAY, files: { a: '0' } },
      { at: MONDAY + 10, files: { a: '1' } },
    ]);
    const build = await repository.commit({
      at: MONDAY + 20,
      branch: 'feature',
      parents: [second],
      files: { b: '1' },
    });
    await sources.facts.record([
      {
        type: 'deployment',
        id: 'one',
        service: { by: 'ref', value: 'component:default/payments' },
        environment: 'production',
        version: 'build',
        sha: build,
        finishedAt: '2026-03-02T10:00:00Z',
        outcome: 'success',
      },
      {
        type: 'deployment',
        id: 'two',
        service: { by: 'ref', value: 'component:default/payments' },
        environment: 'production',
        version: 'elsewhere',
        sha: '9'.repeat(40),
        finishedAt: '2026-03-02T11:00:00Z',
        outcome: 'success',
      },
    ]);
    await sources.collect();
    expect(root).not.toBe(second);
    expect(await others<CommitEvent>('commit')).toEqual([
      {
        type: 'commit',
        id: `commit:${build}`,
        repository: repository.url,
        sha: build,
        contains: 1,
        containedBy: null,
      },
    ]);
  });

  it('resolves versions that have the first digits of a SHA', async () => {
    const [, second] = await repository.commits([
      { at: MONDAY, files: { a: '0' } },
      { at: MONDAY + 10, files: { a: '1' } },
    ]);
    const deployed = (version: string, shortSha: string) => ({
      type: 'deployment' as const,
      id: version,
      service: { by: 'ref' as const, value: 'component:default/payments' },
      environment: 'production',
      version,
      shortSha,
      finishedAt: '2026-03-02T10:00:00Z',
      outcome: 'success' as const,
    });
    const short = second.slice(0, 7);
    await sources.facts.record([
      deployed(`main-${short}`, short),
      deployed('main-0000000', '0000000'),
    ]);
    const resolved = async () =>
      (await sources.facts.rollouts()).map(row => [
        row.version,
        row.sha,
        row.flags.includes('unresolved-version'),
      ]);
    expect(await resolved()).toContainEqual([`main-${short}`, null, true]);
    await sources.collect();
    expect(await resolved()).toContainEqual([`main-${short}`, second, false]);
    expect(await resolved()).toContainEqual(['main-0000000', null, true]);
    await sources.collect();
    expect(await others('version')).toEqual([
      {
        type: 'version',
        id: `short:main-${short}`,
        repository: repository.url,
        version: `main-${short}`,
        sha: second,
      },
    ]);
  });

  it('takes back what a rewritten default branch no longer has, and counts anew from there', async () => {
    const [root, old1, old2] = await repository.commits([
      { at: MONDAY, files: { a: '0' } },
      { at: MONDAY + 10, files: { a: '1' } },
      { at: MONDAY + 20, files: { a: '2' } },
    ]);
    await sources.collect();
    const positions = async () =>
      (await changes()).map(({ sha, position }) => [sha, position]);
    expect(await positions()).toEqual([
      [root, 0],
      [old1, 1],
      [old2, 2],
    ]);
    const renewed = await repository.commit({
      at: MONDAY + 30,
      parents: [root],
      files: { a: '3' },
    });
    await sources.collect();
    expect(await positions()).toEqual([
      [root, 0],
      [renewed, 1],
    ]);
    await repository.git('update-ref', 'refs/heads/main', old2);
    await sources.collect();
    expect(await positions()).toEqual([
      [root, 0],
      [old1, 1],
      [old2, 2],
    ]);
    expect(
      await sources.facts.knex('dora_changes').orderBy('position').pluck('sha'),
    ).toEqual([root, old1, old2]);
  });

  it('follows the default branch under whatever name', async () => {
    const trunk = await repository.commit({
      at: MONDAY,
      branch: 'release/trunk',
      files: { a: '0' },
    });
    await sources.collect();
    // HEAD names a branch that is not there.
    expect(await sources.status()).toEqual([
      expect.objectContaining({
        warnings: ['The repository has no commits yet.'],
      }),
    ]);
    await repository.git('symbolic-ref', 'HEAD', 'refs/heads/release/trunk');
    await sources.collect();
    expect((await changes()).map(({ sha }) => sha)).toEqual([trunk]);
  });

  it('reads a long history in several steps, with the same numbers', async () => {
    const commits = await repository.commits(
      Array.from({ length: 1_234 }, (_, index) => ({
        at: MONDAY + index,
        files: { a: `${index}` },
      })),
    );
    await sources.collect();
    const told = await changes();
    expect(told.map(({ sha }) => sha)).toEqual(commits);
    expect(told.map(({ position }) => position)).toEqual([...commits.keys()]);
  });
});
