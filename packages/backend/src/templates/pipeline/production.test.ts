import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { FakeApi } from './__testUtils__/FakeApi';
import { GitopsRemote } from './__testUtils__/GitopsRemote';
import { renderService } from './__testUtils__/renderService';
import { runScript } from './__testUtils__/runScript';

jest.setTimeout(120_000);

const VERSION = 'a'.repeat(40);
const DIGEST = `sha256:${'d'.repeat(64)}`;
const BRANCH = 'deploy/orders-api-production';
const VALUES = 'environments/production/orders-api/values.yaml';
const directory = createMockDirectory();
let remote: GitopsRemote;
let github: FakeApi;

beforeAll(async () => {
  await renderService({ folder: directory.path });
  remote = await GitopsRemote.start({
    directory,
    files: directory.resolve('gitops'),
  });
  github = await FakeApi.start();
});

afterAll(async () => {
  await github?.stop();
  await remote?.stop();
});

beforeEach(() => {
  github.requests.length = 0;
});

let jobs = 0;
function run(
  script: string,
  options: { args?: string[]; env?: Record<string, string> } = {},
) {
  return runScript({
    repository: directory.resolve('orders-api'),
    script: `.github/scripts/deploy/${script}`,
    args: options.args ?? ['production'],
    env: {
      ...remote.env(directory.resolve(`job-${++jobs}`)),
      SERVICE: 'orders-api',
      VERSION,
      DIGEST,
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      GITOPS_KIND: 'github',
      MERGE: 'auto',
      REASONS: 'The deploy gate allows it.',
      ...options.env,
    },
  });
}

/** The proxy's path has an owner and a name, as GitHub's has; this is what the script makes of it. */
const PULLS = '/repos/api/demo-git/gitops.git/pulls';

/** GitHub with pull requests that are open, and rules that let one be merged at once or not. */
function answerAsGithub(options: {
  open?: number[];
  mergeable: boolean;
  autoMerge?: boolean;
}) {
  const { open = [], mergeable, autoMerge = true } = options;
  github.answer = ({ method, path }) => {
    switch (`${method} ${path.split('?')[0]}`) {
      case `GET ${PULLS}`:
        return { status: 200, body: open.map(number => ({ number })) };
      case `POST ${PULLS}`:
        return {
          status: 201,
          body: {
            number: 7,
            node_id: 'PR_7',
            html_url: 'https://github.com/shop/gitops/pull/7',
            head: { sha: 'b'.repeat(40) },
          },
        };
      case `PUT ${PULLS}/7/merge`:
        return mergeable
          ? { status: 200, body: { merged: true, sha: 'c'.repeat(40) } }
          : { status: 405, body: { message: 'Review required' } };
      case 'POST /graphql':
        return {
          status: 200,
          body: autoMerge ? { data: {} } : { errors: [{ message: 'off' }] },
        };
      default:
        return method === 'PATCH'
          ? { status: 200 }
          : { status: 404, body: { message: 'Not Found' } };
    }
  };
}

const asked = () =>
  github.requests.map(({ method, path }) => `${method} ${path}`);

describe('a proposal for production', () => {
  it('is a branch with one commit, and main stays as it is', async () => {
    answerAsGithub({ mergeable: false });
    const before = await remote.show(VALUES);

    const proposal = await run('propose-image.sh');

    expect(proposal).toMatchObject({
      code: 0,
      outputs: { merged: 'false', revision: '' },
    });
    expect(await remote.show(VALUES)).toBe(before);
    expect(parse(await remote.show(VALUES, `origin/${BRANCH}`)).image).toEqual({
      tag: VERSION,
      digest: DIGEST,
    });
    expect(await remote.subjects(`origin/main..origin/${BRANCH}`)).toEqual([
      `chore: deploy orders-api ${VERSION} to production`,
    ]);
  });

  it('tells who approves what the gate says, and waits for the rules of the repository', async () => {
    answerAsGithub({ mergeable: false });

    await run('propose-image.sh', {
      env: { REASONS: 'The deploy gate allows it.\n\n- `scan`: allows it.' },
    });

    expect(asked()).toEqual([
      `GET ${PULLS}?state=open&base=main&head=api:${BRANCH}`,
      `POST ${PULLS}`,
      `PUT ${PULLS}/7/merge`,
      'POST /graphql',
    ]);
    const [, opened, merge, autoMerge] = github.requests;
    expect(opened).toMatchObject({
      authorization: 'Bearer a-token',
      body: {
        title: `Deploy orders-api ${VERSION} to production`,
        head: BRANCH,
        base: 'main',
        body: `Image \`${DIGEST}\`, by https://github.com/shop/orders-api/actions/runs/42\n\nThe deploy gate allows it.\n\n- \`scan\`: allows it.`,
      },
    });
    // Only what was proposed, should the branch have moved
    expect(merge.body).toEqual({
      sha: 'b'.repeat(40),
      merge_method: 'squash',
    });
    expect(autoMerge.body.variables).toEqual({ id: 'PR_7' });
    expect(autoMerge.body.query).toContain('enablePullRequestAutoMerge');
  });

  it('is left to a person where the gate has reasons', async () => {
    answerAsGithub({ mergeable: true });
    const proposal = await run('propose-image.sh', {
      env: { MERGE: 'person' },
    });
    expect(proposal).toMatchObject({ code: 0, outputs: { merged: 'false' } });
    expect(asked().filter(it => /merge|graphql/.test(it))).toEqual([]);
  });

  it('goes on where nothing stands against it', async () => {
    answerAsGithub({ mergeable: true });
    expect(await run('propose-image.sh')).toMatchObject({
      code: 0,
      outputs: { merged: 'true', revision: 'c'.repeat(40) },
    });
  });

  it('is left to a person where the repository merges nothing on its own', async () => {
    answerAsGithub({ mergeable: false, autoMerge: false });
    const proposal = await run('propose-image.sh');
    expect(proposal).toMatchObject({ code: 0, outputs: { merged: 'false' } });
    expect(proposal.log).toContain('A person merges');
  });

  it('takes the place of the one before, before its own branch moves', async () => {
    answerAsGithub({ open: [5, 6], mergeable: false });
    let closedAtPush = 0;
    remote.beforePush = async () => {
      closedAtPush = asked().filter(it => it.startsWith('PATCH')).length;
    };

    const version = 'e'.repeat(40);
    await run('propose-image.sh', { env: { VERSION: version } });

    expect(closedAtPush).toBe(2);
    expect(github.requests.filter(it => it.method === 'PATCH')).toMatchObject([
      { path: `${PULLS}/5`, body: { state: 'closed' } },
      { path: `${PULLS}/6`, body: { state: 'closed' } },
    ]);
    expect(parse(await remote.show(VALUES, `origin/${BRANCH}`)).image.tag).toBe(
      version,
    );
    expect(await remote.subjects(`origin/main..origin/${BRANCH}`)).toHaveLength(
      1,
    );
  });

  it('fails where GitHub refuses, with its words', async () => {
    github.answer = () => ({ status: 403, body: { message: 'No access' } });
    const proposal = await run('propose-image.sh');
    expect(proposal).toMatchObject({ code: 1, outputs: {} });
    expect(proposal.log).toContain('status 403): No access');
    expect(proposal.log).not.toContain('a-token');
  });

  it('on a plain git server is a branch, which a person merges', async () => {
    const proposal = await run('propose-image.sh', {
      env: { GITOPS_KIND: 'git', VERSION: '9'.repeat(40) },
    });
    expect(proposal).toMatchObject({ code: 0, outputs: { merged: 'false' } });
    expect(proposal.summary).toContain(BRANCH);
    expect(github.requests).toEqual([]);
    expect(parse(await remote.show(VALUES, `origin/${BRANCH}`)).image.tag).toBe(
      '9'.repeat(40),
    );
  });

  it('is not made for what runs already', async () => {
    const revision = await remote.commitFile({
      path: VALUES,
      content: `image:\n  tag: "${VERSION}"\n  digest: "${DIGEST}"\n`,
    });
    expect(await run('propose-image.sh')).toMatchObject({
      code: 0,
      outputs: { merged: 'true', revision },
    });
    expect(github.requests).toEqual([]);
  });
});

describe('a rollback', () => {
  const digestOf = (digit: string) => `sha256:${digit.repeat(64)}`;

  beforeAll(async () => {
    for (const digit of ['1', '2', '3']) {
      await remote.commitFile({
        path: VALUES,
        content: `image:\n  tag: "${digit.repeat(40)}"\n  digest: "${digestOf(
          digit,
        )}"\n`,
      });
    }
  });

  it('takes the digest that the version had when it ran there', async () => {
    expect(
      await run('find-digest.sh', { args: ['production', '2'.repeat(40)] }),
    ).toMatchObject({ code: 0, outputs: { digest: digestOf('2') } });
  });

  it.each(['4'.repeat(40), '2222222', '', 'main', '--all'])(
    "to '%s' is refused",
    async version => {
      const run_ = await run('find-digest.sh', {
        args: ['production', version],
      });
      expect(run_).toMatchObject({ code: 1, outputs: {} });
      expect(run_.log).toContain('never ran in production');
    },
  );
});
