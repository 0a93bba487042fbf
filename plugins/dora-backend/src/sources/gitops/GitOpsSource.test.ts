import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { DeploymentEvent } from '@golden-path/backstage-plugin-dora-node';
import { TestRepository } from '../../git/__testUtils__/TestRepository';
import { SourcesUnderTest } from '../__testUtils__/SourcesUnderTest';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** 2026-03-02T09:00:00Z. */
const MONDAY = 1_772_442_000;
const values = (tag: string, more = '') =>
  `image:\n  repository: acme/app\n  tag: ${tag}\n${more}`;
const file = (service: string, environment = 'production') =>
  `environments/${environment}/${service}/values.yaml`;

describe('GitOpsSource', () => {
  const open: { remove(): Promise<void> }[] = [];
  let repository: TestRepository;

  beforeEach(async () => {
    repository = await TestRepository.create();
    open.push(repository);
  });
  afterEach(() => Promise.all(open.splice(0).map(one => one.remove())));

  const gitops = () => ({
    type: 'gitops',
    url: repository.url,
    branch: 'main',
    path: 'environments/<environment>/<service>/values.yaml',
    value: 'image.tag',
  });

  async function start(source: JsonObject = {}): Promise<SourcesUnderTest> {
    const sources = await SourcesUnderTest.create(
      await databases.init('SQLITE_3'),
      { sources: [{ ...gitops(), ...source }] },
    );
    open.push(sources);
    return sources;
  }

  /** Events as `commit environment/service kind version`, commits by their number. */
  const lines = async (sources: SourcesUnderTest, commits: string[]) =>
    (await sources.events<DeploymentEvent>()).map(event => {
      const [commit, place] = event.id.split(':');
      const number = commits.indexOf(commit);
      return `${number} ${place} ${event.kind ?? 'deployment'} ${
        event.version
      }`;
    });

  it('tells deployments, other configurations and removals, one for each service', async () => {
    const commits = await repository.commits([
      { at: MONDAY, files: { [file('support')]: values('v1') } },
      {
        at: MONDAY + 60,
        files: {
          [file('support')]: values('v2'),
          [file('support', 'staging')]: values('v2'),
          [file('signon')]: values('v7'),
          'README.md': 'nothing',
        },
      },
      { at: MONDAY + 120, files: { 'README.md': 'again' } },
      {
        at: MONDAY + 180,
        files: { [file('support')]: values('v2', 'replicas: 3\n') },
      },
      { at: MONDAY + 240, files: { [file('signon')]: null } },
    ]);
    const sources = await start();
    await sources.collect();
    expect(await lines(sources, commits)).toEqual(
      [
        '0 production/support deployment v1',
        '1 production/signon deployment v7',
        '1 production/support deployment v2',
        '1 staging/support deployment v2',
        '3 production/support config v2',
        '4 production/signon removal v7',
      ].sort((a, b) => (a < b ? -1 : 1)),
    );
    const events = await sources.events<DeploymentEvent>();
    expect(
      events.find(({ id }) => id === `${commits[1]}:production/support`),
    ).toEqual({
      type: 'deployment',
      id: `${commits[1]}:production/support`,
      evidence: `commit ${commits[1].slice(
        0,
        7,
      )}, environments/production/support/values.yaml, image.tag v1 → v2`,
      service: { by: 'dora-service', value: 'support' },
      environment: 'production',
      version: 'v2',
      finishedAt: '2026-03-02T09:01:00Z',
      sequence: 1,
      outcome: 'success',
      assumed: true,
    });
    expect(await sources.status()).toEqual([
      expect.objectContaining({ state: 'ok', warnings: [] }),
    ]);
  });

  it('numbers commits, for several may be of one second', async () => {
    const tags = ['v1', 'v3', 'v2', 'v4', 'v5'];
    const commit = (tag: string) => ({
      at: MONDAY,
      files: { [file('support')]: values(tag) },
    });
    await repository.commits(tags.slice(0, 3).map(commit));
    const sources = await start();
    await sources.collect();
    await repository.commits(tags.slice(3).map(commit));
    await sources.collect();
    const events = await sources.events<DeploymentEvent>();
    expect(
      events
        .sort((a, b) => a.sequence! - b.sequence!)
        .map(({ sequence, version }) => [sequence, version]),
    ).toEqual(tags.map((tag, index) => [index, tag]));
  });

  it('dates no deployment by commits that add many files, or that are older than configured', async () => {
    const services = ['a', 'b', 'c', 'd', 'e'];
    const commits = await repository.commits([
      // Five services at once are an import, whatever the number of files.
      {
        at: MONDAY,
        files: Object.fromEntries(
          services.map(one => [file(one), values('v1')]),
        ),
      },
      // In a commit that imports, a file that was there before is deployed.
      {
        at: MONDAY + 60,
        files: {
          [file('a')]: values('v2'),
          ...Object.fromEntries(
            services.flatMap(one => [
              [file(one, 'staging'), values('v1')],
              [file(one, 'integration'), values('v1')],
            ]),
          ),
        },
      },
      // Four services are none.
      {
        at: MONDAY + 120,
        files: Object.fromEntries(
          ['f', 'g', 'h', 'i'].map(one => [file(one), values('v1')]),
        ),
      },
      { at: MONDAY + 180, files: { [file('b')]: values('v3') } },
    ]);
    const sources = await start();
    await sources.collect();
    const kinds = async () => {
      const count: Record<string, number> = {};
      for (const line of await lines(sources, commits)) {
        const [commit, , kind] = line.split(' ');
        const key = `${commit} ${kind}`;
        count[key] = (count[key] ?? 0) + 1;
      }
      return count;
    };
    expect(await kinds()).toEqual({
      '0 import': 5,
      '1 deployment': 1,
      '1 import': 10,
      '2 deployment': 4,
      '3 deployment': 1,
    });

    // Other rules: everything is told once more, and what was told before holds no longer.
    sources.configure([
      {
        ...gitops(),
        since: '2026-03-02T09:02:00Z',
        importThreshold: { files: 4, services: 100 },
      },
    ]);
    await sources.collect();
    expect(await kinds()).toEqual({
      '0 import': 5,
      '1 import': 11,
      '2 import': 4,
      '3 deployment': 1,
    });
  });

  it('reports a file that does not parse, and goes on with the version before it', async () => {
    const commits = await repository.commits([
      { at: MONDAY, files: { [file('support')]: values('v1') } },
      {
        at: MONDAY + 60,
        files: {
          [file('support')]: '<<<<<<< HEAD\nimage: [',
          [file('signon')]: values('v7'),
        },
      },
      // The same version as before the accident is no deployment.
      { at: MONDAY + 120, files: { [file('support')]: values('v1') } },
      { at: MONDAY + 180, files: { [file('support')]: values('v2') } },
      { at: MONDAY + 240, files: { [file('support')]: 'image: {tag: [v3]}' } },
    ]);
    const sources = await start();
    await sources.collect();
    const expected = [
      '0 production/support deployment v1',
      '1 production/signon deployment v7',
      '2 production/support config v1',
      '3 production/support deployment v2',
    ];
    expect(await lines(sources, commits)).toEqual(expected);
    const [{ warnings, state }] = await sources.status();
    expect(state).toBe('ok');
    expect(warnings).toEqual([
      expect.stringMatching(
        `^Commit ${commits[1].slice(
          0,
          7,
        )}: environments/production/support/values.yaml was skipped, because .`,
      ),
      `Commit ${commits[4].slice(
        0,
        7,
      )}: environments/production/support/values.yaml was skipped, because expected a text at image.tag, found a list`,
    ]);

    // Also where the pass ended while the file was broken.
    commits.push(
      await repository.commit({
        at: MONDAY + 300,
        files: { [file('support')]: values('v2') },
      }),
    );
    await sources.collect();
    expect(await lines(sources, commits)).toEqual([
      ...expected,
      '5 production/support config v2',
    ]);
  });

  it('skips links, submodules, large files and impossible names, and says so', async () => {
    const commits = await repository.commits([
      {
        at: MONDAY,
        files: {
          [file('link')]: { link: '../../../../etc/passwd' },
          [file('module')]: { submodule: 'a'.repeat(40) },
          [file('large')]: values('v1', `# ${'x'.repeat(1_100_000)}\n`),
          [file('two\nlines')]: values('v1'),
          [file('"quoted"')]: values('v1'),
          [file('-dash')]: values('v1'),
          [file('long')]: values('x'.repeat(501)),
          [file('half')]: values('"\\ud800"'),
          [file('bell')]: values('"\\x07"'),
        },
      },
      // A link that becomes a file is a new service.
      { at: MONDAY + 60, files: { [file('link')]: null } },
      { at: MONDAY + 120, files: { [file('link')]: values('v1') } },
    ]);
    const sources = await start();
    await sources.collect();
    expect(await lines(sources, commits)).toEqual([
      '0 production/"quoted" deployment v1',
      '0 production/-dash deployment v1',
      '2 production/link deployment v1',
    ]);
    const [{ warnings }] = await sources.status();
    expect(warnings.map(one => one.replace(/^Commit \S+ /, '')).sort()).toEqual(
      [
        'environments/production/bell/values.yaml was skipped, because its value is too long or has characters that no version has',
        'environments/production/half/values.yaml was skipped, because its value is too long or has characters that no version has',
        'environments/production/large/values.yaml was skipped, because it is larger than 1048576 bytes',
        'environments/production/link/values.yaml was skipped, because it is a symbolic link',
        'environments/production/long/values.yaml was skipped, because its value is too long or has characters that no version has',
        'environments/production/module/values.yaml was skipped, because it is a submodule',
        'environments/production/two?lines/values.yaml was skipped, because its path names no possible environment and service',
      ],
    );
  });

  it('takes back what a rewritten history no longer says, and brings it back with it', async () => {
    const [base, old1, old2] = await repository.commits([
      { at: MONDAY, files: { [file('support')]: values('v1') } },
      { at: MONDAY + 60, files: { [file('support')]: values('v2') } },
      { at: MONDAY + 120, files: { [file('support')]: values('v3') } },
    ]);
    const sources = await start();
    await sources.collect();

    const rewritten = await repository.commit({
      at: MONDAY + 180,
      parents: [base],
      files: { [file('support')]: values('v4') },
    });
    await sources.collect();
    const commits = [base, old1, old2, rewritten];
    expect(await lines(sources, commits)).toEqual([
      '0 production/support deployment v1',
      '3 production/support deployment v4',
    ]);

    // One step back on the old branch, then all of it.
    await repository.git('update-ref', 'refs/heads/main', old1);
    await sources.collect();
    expect(await lines(sources, commits)).toEqual([
      '0 production/support deployment v1',
      '1 production/support deployment v2',
    ]);
    await repository.git('update-ref', 'refs/heads/main', old2);
    await sources.collect();
    expect(await lines(sources, commits)).toEqual([
      '0 production/support deployment v1',
      '1 production/support deployment v2',
      '2 production/support deployment v3',
    ]);
    // What stayed was not told again.
    const [{ revision }] = await sources.facts
      .knex('dora_events')
      .where({ external_id: `${base}:production/support` })
      .max({ revision: 'revision' });
    expect(Number(revision)).toBe(0);
  });

  it('takes a merge the wrong way round for another history, as a complete backfill would', async () => {
    const [base, ours] = await repository.commits([
      { at: MONDAY, files: { [file('support')]: values('v1') } },
      { at: MONDAY + 60, files: { [file('support')]: values('v2') } },
    ]);
    const sources = await start();
    await sources.collect();
    // Somebody pulled instead of rebasing: the branch's own commits come in by the second parent.
    const theirs = await repository.commit({
      at: MONDAY + 90,
      branch: 'theirs',
      parents: [base],
      files: { [file('signon')]: values('v7') },
    });
    const merge = await repository.commit({
      at: MONDAY + 120,
      parents: [theirs, ours],
      files: {
        [file('signon')]: values('v7'),
        [file('support')]: values('v2'),
      },
    });
    await sources.collect();
    const commits = [base, ours, theirs, merge];
    const followed = await lines(sources, commits);
    expect(followed).toEqual([
      '0 production/support deployment v1',
      '2 production/signon deployment v7',
      '3 production/support deployment v2',
    ]);
    const fresh = await start();
    await fresh.collect();
    expect(await lines(fresh, commits)).toEqual(followed);
  });

  it('says that a history is shallow, dates nothing by its first commit, and reads the rest once it is there', async () => {
    const origin = await TestRepository.create();
    open.push(origin);
    const commits = await origin.commits([
      { at: MONDAY, files: { [file('support')]: values('v1') } },
      { at: MONDAY + 60, files: { [file('support')]: values('v2') } },
      { at: MONDAY + 120, files: { [file('support')]: values('v3') } },
    ]);
    await repository.git(
      'fetch',
      '--quiet',
      '--depth=2',
      origin.url,
      '+refs/heads/main:refs/heads/main',
    );
    const sources = await start();
    await sources.collect();
    expect(await lines(sources, commits)).toEqual([
      '1 production/support import v2',
      '2 production/support deployment v3',
    ]);
    const [{ warnings }] = await sources.status();
    expect(warnings).toEqual([
      `The repository is shallow: what happened before ${commits[1].slice(
        0,
        7,
      )} is unknown.`,
    ]);

    await repository.git(
      'fetch',
      '--quiet',
      '--unshallow',
      origin.url,
      '+refs/heads/main:refs/heads/main',
    );
    await sources.collect();
    expect(await lines(sources, commits)).toEqual([
      '0 production/support deployment v1',
      '1 production/support deployment v2',
      '2 production/support deployment v3',
    ]);
  });

  it('reads any layout, and a commit out of the tag', async () => {
    const sha = 'c0ffee'.repeat(7).slice(0, 40);
    const path = 'charts/app-config/image-tags/production/support';
    const commits = await repository.commits([
      { at: MONDAY, files: { [path]: 'image_tag: 1.10\n' } },
      { at: MONDAY + 60, files: { [path]: `image_tag: main-${sha}\n` } },
    ]);
    const sources = await start({
      path: 'charts/app-config/image-tags/<environment>/<service>',
      value: 'image_tag',
      shaInTag: '[0-9a-f]{40}',
    });
    await sources.collect();
    expect(await lines(sources, commits)).toEqual([
      '0 production/support deployment 1.10',
      `1 production/support deployment main-${sha}`,
    ]);
    const [, event] = await sources.events<DeploymentEvent>();
    expect(event.sha).toBe(sha);
  });

  it.each<[string, string, Partial<DeploymentEvent>]>([
    ['main-c0ffee7', 'main-([0-9a-f]{7,40})', { shortSha: 'c0ffee7' }],
    ['c0ffee71', '[0-9a-f]{7,}', { shortSha: 'c0ffee71' }],
    ['main-c0ffee', '[0-9a-f]{4,}', {}],
    ['main-c0ffee7', '[a-z]+-[0-9a-f]+', {}],
  ])('reads of %s by %s %j', async (version, shaInTag, found) => {
    await repository.commit({
      at: MONDAY,
      files: { [file('support')]: values(version) },
    });
    const sources = await start({ shaInTag });
    await sources.collect();
    const [{ sha, shortSha }] = await sources.events<DeploymentEvent>();
    expect({ sha, shortSha }).toEqual({ sha: undefined, ...found });
  });

  it('reads more commits than one batch holds, and only what is new afterwards', async () => {
    const list = Array.from({ length: 2_500 }, (_, index) => ({
      at: MONDAY + index,
      files: { [file(`service-${index % 7}`)]: values(`v${index}`) },
    }));
    const commits = await repository.commits(list);
    const sources = await start();
    await sources.collect();
    expect(await sources.events()).toHaveLength(2_500);
    const before = await sources.facts.knex('dora_events').count({ n: '*' });
    commits.push(
      await repository.commit({
        at: MONDAY + 9_999,
        files: { [file('service-0')]: values('v9999') },
      }),
    );
    await sources.collect();
    const after = await sources.facts.knex('dora_events').count({ n: '*' });
    expect(Number(after[0].n) - Number(before[0].n)).toBe(1);
  });
});
