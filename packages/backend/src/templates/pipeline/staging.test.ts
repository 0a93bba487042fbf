import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { runAsPerson } from '../../demoGit/__testUtils__/runAsPerson';
import { GitopsRemote } from './__testUtils__/GitopsRemote';
import { renderService } from './__testUtils__/renderService';
import { runScript } from './__testUtils__/runScript';

jest.setTimeout(120_000);

const DIGEST = `sha256:${'d'.repeat(64)}`;
/** All digits but one: without quotes it would be a number. */
const VERSION = '1e23456789012345678901234567890123456789';
const directory = createMockDirectory();
let remote: GitopsRemote;

beforeAll(async () => {
  const folder = directory.path;
  for (const name of ['orders-api', 'billing']) {
    await renderService({ folder, name });
  }
  remote = await GitopsRemote.start({
    directory,
    files: directory.resolve('gitops'),
  });
});

afterAll(async () => {
  await remote?.stop();
});

beforeEach(() => {
  remote.beforePush = async () => {};
});

let jobs = 0;
/** Each job has a machine of its own. */
function deploy(
  options: {
    service?: string;
    version?: string;
    environment?: string;
    env?: Record<string, string>;
  } = {},
) {
  const {
    service = 'orders-api',
    version = VERSION,
    environment = 'staging',
    env,
  } = options;
  return runScript({
    repository: directory.resolve('orders-api'),
    script: '.github/scripts/deploy/push-image.sh',
    args: [environment],
    env: {
      ...remote.env(directory.resolve(`job-${++jobs}`)),
      SERVICE: service,
      VERSION: version,
      DIGEST,
      ...env,
    },
  });
}

const valuesPath = (service: string) =>
  `environments/staging/${service}/values.yaml`;

describe('a deployment to staging', () => {
  it('writes the image into the values, and changes nothing else', async () => {
    const before = await remote.show(valuesPath('orders-api'));
    expect(parse(before).image).toEqual({ tag: '', digest: '' });

    const run = await deploy();

    expect(run).toMatchObject({ code: 0 });
    const after = await remote.show(valuesPath('orders-api'));
    expect(run.outputs.revision).toBe(
      (await remote.git('rev-parse', 'origin/main')).trim(),
    );
    expect(after).toBe(
      before
        .replace('tag: ""', `tag: "${VERSION}"`)
        .replace('digest: ""', `digest: "${DIGEST}"`),
    );
    expect(parse(after).image).toEqual({ tag: VERSION, digest: DIGEST });
    expect((await remote.subjects())[0]).toBe(
      `chore: deploy orders-api ${VERSION} to staging`,
    );
  });

  it('makes no commit where the image is there already', async () => {
    await deploy();
    const before = await remote.subjects();
    const run = await deploy();
    expect(run).toMatchObject({ code: 0 });
    expect(run.outputs.revision).toMatch(/^[0-9a-f]{40}$/);
    expect(await remote.subjects()).toEqual(before);
  });

  it('of two services at once lands twice', async () => {
    const versions = { 'orders-api': 'b'.repeat(40), billing: 'c'.repeat(40) };
    // Both are held until both are there, so that one has to lose
    let arrived = 0;
    let release = () => {};
    const both = new Promise<void>(done => {
      release = done;
    });
    remote.beforePush = async () => {
      arrived += 1;
      if (arrived === 2) {
        release();
      }
      await both;
    };

    const runs = await Promise.all(
      Object.entries(versions).map(([service, version]) =>
        deploy({ service, version }),
      ),
    );

    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(arrived).toBe(3);
    for (const [service, version] of Object.entries(versions)) {
      const { image } = parse(await remote.show(valuesPath(service)));
      expect(image).toEqual({ tag: version, digest: DIGEST });
    }
  });

  it('tries again after a lost race, upon what the other pushed', async () => {
    let pushes = 0;
    remote.beforePush = async () => {
      pushes += 1;
      if (pushes < 4) {
        await remote.commitFile({
          path: 'other.txt',
          content: `race ${pushes}\n`,
        });
      }
    };
    const version = 'e'.repeat(40);

    const run = await deploy({ version });

    expect(run).toMatchObject({ code: 0 });
    expect(pushes).toBe(4);
    expect((await remote.subjects()).slice(0, 4)).toEqual([
      `chore: deploy orders-api ${version} to staging`,
      'Change other.txt',
      'Change other.txt',
      'Change other.txt',
    ]);
    expect(await remote.show('other.txt')).toBe('race 3\n');
  });

  it('gives up after ten lost races', async () => {
    let pushes = 0;
    remote.beforePush = async () => {
      pushes += 1;
      await remote.commitFile({
        path: 'other.txt',
        content: `again ${pushes}\n`,
      });
    };
    const run = await deploy({ version: 'f'.repeat(40) });
    expect(run).toMatchObject({ code: 1, outputs: {} });
    expect(pushes).toBe(10);
    expect(run.log).toContain('Gave up after 10 attempts');
  });

  it('is not tried again where the server refuses it', async () => {
    const bare = directory.resolve('git/gitops.git');
    const rule = ['receive.hideRefs', 'refs/heads/main'];
    await runAsPerson(bare, 'config', ...rule);
    let pushes = 0;
    remote.beforePush = async () => {
      pushes += 1;
    };
    const run = await deploy({ version: '0'.repeat(40) });
    await runAsPerson(bare, 'config', '--unset', rule[0]);

    expect(run).toMatchObject({ code: 1, outputs: {} });
    expect(run.log).toContain('refuses the push');
    expect(pushes).toBe(1);
  });

  it('is refused with a wrong token, which is not shown', async () => {
    const run = await deploy({
      version: '2'.repeat(40),
      env: { GITOPS_TOKEN: 'a-secret-of-somebody' },
    });
    expect(run).toMatchObject({ code: 1, outputs: {} });
    expect(run.log).toContain('refuses the push');
    expect(run.log).not.toContain('a-secret-of-somebody');
    expect(run.log).not.toContain(
      Buffer.from('x-access-token:a-secret-of-somebody').toString('base64'),
    );
  });

  it.each([
    ['a short version', { version: 'abc1234' }],
    ['a branch', { version: 'main' }],
    ['no digest', { env: { DIGEST: 'latest' } }],
  ])('is refused for %s', async (_, options) => {
    const run = await deploy(options);
    expect(run).toMatchObject({ code: 1 });
    expect(run.log).toContain('full commit SHA and its digest');
  });

  it('says which pull request is missing', async () => {
    const run = await deploy({ service: 'nobody' });
    expect(run).toMatchObject({ code: 1 });
    expect(run.log).toContain(
      'environments/staging/nobody/values.yaml is not in main',
    );
    expect(run.log).toContain('golden-path/nobody');
  });
});
