import { createMockDirectory } from '@backstage/backend-test-utils';
import { runAsPerson } from '../../demoGit/__testUtils__/runAsPerson';
import { GitopsRemote } from './__testUtils__/GitopsRemote';
import { renderService } from './__testUtils__/renderService';
import { runScript } from './__testUtils__/runScript';

jest.setTimeout(120_000);

const VALUES = 'environments/production/orders-api/values.yaml';
const directory = createMockDirectory();
let remote: GitopsRemote;
const git = async (...args: string[]) =>
  (await runAsPerson(directory.resolve('orders-api'), ...args)).trim();

beforeAll(async () => {
  await renderService({ folder: directory.path });
  remote = await GitopsRemote.start({
    directory,
    files: directory.resolve('gitops'),
  });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', '--message=feat: begin');
});

afterAll(async () => {
  await remote?.stop();
});

async function release(...subjects: string[]): Promise<string> {
  for (const subject of subjects) {
    await git('commit', '--quiet', '--allow-empty', `--message=${subject}`);
  }
  return git('rev-parse', 'HEAD');
}

async function inProduction(version: string) {
  await remote.commitFile({
    path: VALUES,
    content: `image:\n  tag: "${version}"\n  digest: "sha256:${'d'.repeat(
      64,
    )}"\n# ${Math.random()}\n`,
  });
}

let jobs = 0;
async function changeOf(version: string) {
  const { code, outputs } = await runScript({
    repository: directory.resolve('orders-api'),
    script: '.github/scripts/deploy/change-kind.sh',
    env: {
      ...remote.env(directory.resolve(`job-${++jobs}`)),
      SERVICE: 'orders-api',
      VERSION: version,
    },
  });
  expect(code).toBe(0);
  return outputs.change;
}

describe('a change', () => {
  it('is a feature where production runs nothing yet', async () => {
    expect(await changeOf(await release('fix: a'))).toBe('feature');
  });

  it.each([
    ['fix', ['fix: totals of empty carts']],
    ['fix', ['fix(cart): totals', 'docs: say so', 'test: prove it']],
    ['fix', ['Revert "feat: vouchers"']],
    ['feature', ['feat: vouchers']],
    // One feature among fixes is a feature
    ['feature', ['fix: a', 'feat: vouchers', 'fix: b']],
    ['feature', ['fix: a', 'chore(deps): update everything']],
    // Says nothing about itself
    ['feature', ['Fix the build']],
    ['feature', ['fixup: something']],
    // Nothing of it changes what runs, so that nothing of it is a repair
    ['feature', ['docs: how to call it']],
  ])('is a %s with %j', async (change, subjects) => {
    await inProduction(await git('rev-parse', 'HEAD'));
    expect(await changeOf(await release(...subjects))).toBe(change);
  });

  it('is judged from the version in production on, not from the last commit', async () => {
    const running = await git('rev-parse', 'HEAD');
    await inProduction(running);
    await release('feat: waits for approval');
    expect(await changeOf(await release('fix: a'))).toBe('feature');
  });

  it('is a feature where production runs what is not in the history', async () => {
    await inProduction('1'.repeat(40));
    expect(await changeOf(await release('fix: a'))).toBe('feature');
  });
});
