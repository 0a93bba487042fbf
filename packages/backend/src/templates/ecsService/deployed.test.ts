import { describeWithTools } from '../__testUtils__/describeWithTools';
import { Infrastructure } from './__testUtils__/Infrastructure';
import { startDora } from './__testUtils__/startDora';

jest.setTimeout(120_000);

const IMAGE = `ghcr.io/example/orders-api@sha256:${'a'.repeat(64)}`;
const FIRST = '1'.repeat(40);
const SECOND = '2'.repeat(40);

describeWithTools(
  'tofu',
  'jq',
  'curl',
)('the event of a deployment', () => {
  let infrastructure: Infrastructure;
  let portal: Awaited<ReturnType<typeof startDora>>;

  beforeAll(async () => {
    infrastructure = await Infrastructure.create();
    await infrastructure.reset();
    portal = await startDora({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'orders-api', namespace: 'default', uid: '1' },
          spec: { type: 'service', owner: 'shop', lifecycle: 'production' },
        },
      ],
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await infrastructure?.remove();
  });

  const tell = (options: {
    run: string;
    revision: string;
    change?: string;
    environment?: string;
    env?: Record<string, string>;
  }) => {
    const { run, revision, change = 'feature', env = {} } = options;
    return infrastructure.run({
      script: '.github/scripts/portal/deployed.sh',
      args: [options.environment ?? 'production', IMAGE, revision, change],
      env: { ...portal.env, GITHUB_RUN_ID: run, ...env },
    });
  };

  async function deployments(): Promise<any[]> {
    const { status, body } = await portal.get(
      '/deployments?scope=component:default/orders-api',
    );
    expect(status).toBe(200);
    return body.items.map(({ environment, version, sha, kind }: any) => ({
      environment,
      version,
      sha,
      kind,
    }));
  }

  /** The catalog is read in the background. */
  async function known(): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (
      (await portal.get('/metrics?scope=component:default/orders-api'))
        .status !== 200
    ) {
      if (Date.now() > deadline) {
        throw new Error('DORA does not learn of orders-api');
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  it('makes DORA count by the commit', async () => {
    await known();
    const { code, log } = await tell({ run: '1', revision: FIRST });
    expect({ code, log }).toEqual({
      code: 0,
      log: `The portal knows of ${FIRST} in production.\n`,
    });
    expect(await deployments()).toEqual([
      expect.objectContaining({
        environment: 'production',
        version: FIRST,
        sha: FIRST,
      }),
    ]);
  });

  it('counts once what a run says twice', async () => {
    const before = await deployments();
    expect((await tell({ run: '1', revision: FIRST })).code).toBe(0);
    expect(await deployments()).toEqual(before);
  });

  it('says when a version is brought back', async () => {
    await tell({ run: '2', revision: SECOND });
    await tell({ run: '3', revision: FIRST, change: 'rollback' });
    expect(await deployments()).toContainEqual(
      expect.objectContaining({ version: FIRST, kind: 'rollback' }),
    );
  });

  it('fails where the portal refuses it', async () => {
    expect(
      await tell({
        run: '4',
        revision: FIRST,
        env: { ENTITY_REF: 'component:default/another' },
      }),
    ).toMatchObject({
      code: 1,
      log: expect.stringMatching(/status 403\): .*another/),
    });
  });

  it('fails for nothing else', async () => {
    expect(
      await tell({
        run: '5',
        revision: FIRST,
        env: { PORTAL_URL: 'http://127.0.0.1:1', PORTAL_TIMEOUT: '1' },
      }),
    ).toMatchObject({
      code: 0,
      log: expect.stringContaining('was not told'),
    });
  });
});
