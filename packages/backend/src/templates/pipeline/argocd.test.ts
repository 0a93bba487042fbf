import { readFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { FakeApi } from './__testUtils__/FakeApi';
import { GitopsRemote } from './__testUtils__/GitopsRemote';
import { renderService } from './__testUtils__/renderService';
import { runScript } from './__testUtils__/runScript';

jest.setTimeout(120_000);

const VERSION = 'a'.repeat(40);
const OLD_VERSION = '0'.repeat(40);
const directory = createMockDirectory();
let remote: GitopsRemote;
let argocd: FakeApi;
/** Of the GitOps repository, one after the other */
let before: string;
let deployed: string;
let after: string;

beforeAll(async () => {
  await renderService({ folder: directory.path });
  remote = await GitopsRemote.start({
    directory,
    files: directory.resolve('gitops'),
  });
  argocd = await FakeApi.start();
  const commit = (content: string) =>
    remote.commitFile({ path: 'order.txt', content });
  before = await commit('before\n');
  deployed = await commit('deployed\n');
  after = await commit('another service\n');
});

afterAll(async () => {
  await argocd?.stop();
  await remote?.stop();
});

beforeEach(() => {
  argocd.requests.length = 0;
});

const env = () => ({
  SERVICE: 'orders-api',
  ARGOCD_URL: argocd.url,
  ARGOCD_TOKEN: 'a-token-of-argocd',
});

describe('the wait for Argo CD', () => {
  let jobs = 0;

  function wait(options: Record<string, string> = {}) {
    return runScript({
      repository: directory.resolve('orders-api'),
      script: '.github/scripts/deploy/wait-for-sync.sh',
      args: ['staging', deployed],
      env: {
        ...remote.env(directory.resolve(`job-${++jobs}`)),
        ...env(),
        VERSION,
        SYNC_PAUSE: '0.05',
        SYNC_TIMEOUT: '30',
        ...options,
      },
    });
  }

  const application = (
    options: {
      sync?: string;
      health?: string;
      revisions?: string[];
      phase?: string;
      operation?: object;
    } = {},
  ) => ({
    ...(options.operation && { operation: options.operation }),
    status: {
      sync: {
        status: options.sync ?? 'Synced',
        revisions: options.revisions ?? [VERSION, deployed],
      },
      health: { status: options.health ?? 'Healthy' },
      operationState: { phase: options.phase ?? 'Succeeded' },
    },
  });

  /** One after the other; the last one stays. */
  function answerWith(...applications: object[]) {
    let asked = 0;
    argocd.answer = () => ({
      status: 200,
      body: applications[Math.min(asked++, applications.length - 1)],
    });
  }

  it('ends where the revision runs', async () => {
    answerWith(application());
    expect(await wait()).toMatchObject({ code: 0 });
    expect(argocd.requests).toMatchObject([
      {
        method: 'GET',
        path: '/api/v1/applications/orders-api-staging?refresh=normal',
        authorization: 'Bearer a-token-of-argocd',
      },
    ]);
  });

  it('goes on as long as anything of it is not there', async () => {
    answerWith(
      // Argo CD has not seen the commit yet
      application({ revisions: [OLD_VERSION, before] }),
      // it has, but the chart is still that of the version before
      application({ revisions: [OLD_VERSION, deployed] }),
      application({ sync: 'OutOfSync' }),
      application({ health: 'Progressing' }),
      application({ phase: 'Running' }),
      application({ operation: { sync: {} } }),
      application({ phase: 'Failed' }),
      application(),
    );
    expect(await wait()).toMatchObject({ code: 0 });
    expect(argocd.requests).toHaveLength(8);
  });

  it('takes a later revision, which has this one in it', async () => {
    answerWith(application({ revisions: [VERSION, after] }));
    expect(await wait()).toMatchObject({ code: 0 });
  });

  it('takes the one revision of an application with one source', async () => {
    answerWith({
      status: {
        sync: { status: 'Synced', revision: deployed },
        health: { status: 'Healthy' },
      },
    });
    expect(await wait()).toMatchObject({ code: 0 });
  });

  it('is not content with an earlier revision, and says what it saw', async () => {
    answerWith(application({ revisions: [VERSION, before] }));
    const run = await wait({ SYNC_TIMEOUT: '2' });
    expect(run).toMatchObject({ code: 1 });
    expect(run.log).toContain(
      `orders-api-staging is not at ${deployed} after 2 seconds. Last seen: Synced, Healthy, Succeeded, -, but an earlier revision.`,
    );
  });

  it('outlasts an Argo CD that is away for a moment', async () => {
    let asked = 0;
    argocd.answer = () =>
      ++asked < 3
        ? { status: 502 }
        : { status: 200, body: asked === 3 ? '<html>' : application() };
    expect(await wait()).toMatchObject({ code: 0 });
    expect(asked).toBe(4);
  });

  it('ends at once where it is not allowed to look', async () => {
    argocd.answer = () => ({ status: 403 });
    const run = await wait();
    expect(run).toMatchObject({ code: 1 });
    expect(run.log).toContain('ARGOCD_TOKEN');
    expect(run.log).not.toContain('a-token-of-argocd');
    expect(argocd.requests).toHaveLength(1);
  });
});

describe('the look for drift', () => {
  const report = () => directory.resolve('drift.json');
  const look = () =>
    runScript({
      repository: directory.resolve('orders-api'),
      script: '.github/scripts/drift/argocd-drift.sh',
      args: ['production', report()],
      env: env(),
    });
  const results = async () =>
    JSON.parse(await readFile(report(), 'utf8')).runs[0].results.map(
      (it: any) => [it.ruleId, it.level, it.message.text],
    );

  function answerWith(resources: object[], orphanedNodes?: object[]) {
    argocd.answer = ({ path }) => ({
      status: 200,
      body: path.endsWith('/resource-tree')
        ? { nodes: [], orphanedNodes }
        : { status: { sync: { status: 'Synced' }, resources } },
    });
  }

  it('finds nothing where everything is as declared', async () => {
    answerWith([{ kind: 'Service', name: 'orders-api', status: 'Synced' }]);
    expect(await look()).toMatchObject({ code: 0, outputs: { found: '0' } });
    expect(await results()).toEqual([]);
    expect(argocd.requests).toMatchObject([
      { path: '/api/v1/applications/orders-api-production?refresh=hard' },
      { path: '/api/v1/applications/orders-api-production/resource-tree' },
    ]);
  });

  it('finds what was changed, what was left over and what nobody declares', async () => {
    const namespace = 'orders-api-production';
    answerWith(
      [
        {
          kind: 'Deployment',
          namespace,
          name: 'orders-api',
          status: 'OutOfSync',
        },
        {
          kind: 'Service',
          namespace,
          name: 'old',
          status: 'OutOfSync',
          requiresPruning: true,
        },
        { kind: 'Service', namespace, name: 'orders-api', status: 'Synced' },
      ],
      [{ kind: 'ConfigMap', namespace, name: 'by-hand' }],
    );
    const run = await look();
    expect(run).toMatchObject({ code: 0, outputs: { found: '3' } });
    expect(await results()).toEqual([
      [
        'out-of-sync',
        'error',
        'Deployment/orders-api-production/orders-api is not as it is declared.',
      ],
      [
        'out-of-sync',
        'error',
        'Service/orders-api-production/old is not as it is declared: it is no longer declared, yet it is there.',
      ],
      [
        'unmanaged',
        'warning',
        'ConfigMap/orders-api-production/by-hand is in the namespace, and nobody declares it.',
      ],
    ]);
    expect(run.log).toContain('::error title=Drift::Deployment/');
  });

  it('fails where Argo CD does not answer: what was not looked at is not in order', async () => {
    argocd.answer = () => ({ status: 403 });
    expect(await look()).toMatchObject({ code: 1, outputs: {} });
  });
});
