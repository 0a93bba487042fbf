import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { FakePortal } from '../pipeline/__testUtils__/FakePortal';
import { Infrastructure } from './__testUtils__/Infrastructure';

jest.setTimeout(120_000);

const IMAGE = `ghcr.io/example/orders-api@sha256:${'a'.repeat(64)}`;
const NEWER = `ghcr.io/example/orders-api@sha256:${'b'.repeat(64)}`;
const REVISION = '1'.repeat(40);
const SCRIPTS = '.github/scripts/terraform';

describeWithTools(
  'tofu',
  'jq',
  'curl',
)('the scripts of an ECS service', () => {
  let infrastructure: Infrastructure;
  let portal: FakePortal;
  let temp: string;

  beforeAll(async () => {
    infrastructure = await Infrastructure.create();
    portal = await FakePortal.start();
    temp = await mkdtemp(join(tmpdir(), 'plans-'));
  });
  beforeEach(() => infrastructure.reset());
  afterAll(async () => {
    await infrastructure?.remove();
    await portal?.stop();
    await rm(temp, { recursive: true, force: true });
  });

  const plan = (env: Record<string, string> = {}) =>
    infrastructure.run({
      script: `${SCRIPTS}/plan.sh`,
      args: ['production', join(temp, 'plan')],
      env,
    });

  describe('plan.sh', () => {
    it('plans nothing where nothing was applied', async () => {
      const { code, log } = await plan();
      expect(code).toBe(4);
      expect(log).toContain('nothing has been applied');
    });

    it('takes the image that runs', async () => {
      await infrastructure.apply({ image: IMAGE, revision: REVISION });
      expect(await plan()).toMatchObject({
        code: 0,
        summary: expect.stringContaining('No changes.'),
      });
    });

    it('shows a newer image, as code', async () => {
      await infrastructure.apply({ image: IMAGE, revision: REVISION });
      const { code, summary } = await plan({
        IMAGE: NEWER,
        REVISION: '2'.repeat(40),
      });
      expect(code).toBe(2);
      expect(summary).toMatch(/^### Plan of production\n\n {4}/);
      expect(summary).toContain(NEWER);
      const [, , ...lines] = summary.trimEnd().split('\n');
      expect(lines.filter(line => !line.startsWith('    '))).toEqual([]);
    });

    it('fails where there can be no plan', async () => {
      await infrastructure.apply({ image: IMAGE, revision: REVISION });
      await infrastructure.declare(main =>
        main.replace('var.image', 'var.img'),
      );
      const { code, log } = await plan();
      expect(code).toBe(1);
      expect(log).toContain('var.img');
    });
  });

  it('refuses a plan that something else has overtaken', async () => {
    await infrastructure.apply({ image: IMAGE, revision: REVISION });
    await plan({ IMAGE: NEWER, REVISION: '2'.repeat(40) });
    await infrastructure.apply({ image: NEWER, revision: '3'.repeat(40) });
    await expect(infrastructure.applyPlan(join(temp, 'plan'))).rejects.toThrow(
      'stale',
    );
  });

  describe('drift.sh', () => {
    const drift = () =>
      infrastructure.run({
        script: `${SCRIPTS}/drift.sh`,
        args: ['production'],
        env: portal.env,
      });

    it('reports that nothing differs', async () => {
      portal.answerWith(() => ({ status: 202 }));
      await infrastructure.apply({ image: IMAGE, revision: REVISION });
      expect(await drift()).toMatchObject({ code: 0 });
      expect(portal.requests).toEqual([
        expect.objectContaining({
          path: '/api/golden-path/v1/reports/drift',
          body: expect.objectContaining({
            entityRef: 'component:default/orders-api',
            environment: 'production',
            format: 'tofu-plan-json',
            report: expect.objectContaining({
              resource_changes: [],
              resource_drift: [],
            }),
          }),
        }),
      ]);
    });

    it('reports what differs, without its values, and fails', async () => {
      portal.answerWith(() => ({ status: 202 }));
      await infrastructure.apply({ image: IMAGE, revision: REVISION });
      await infrastructure.declare(main => main.replace('256', '1024'));
      expect(await drift()).toMatchObject({
        code: 2,
        log: expect.stringContaining('::error title=Drift::'),
      });
      expect(portal.requests[0].body.report.resource_changes).toEqual([
        {
          address: 'terraform_data.task',
          type: 'terraform_data',
          name: 'task',
          mode: 'managed',
          change: { actions: ['update'] },
        },
      ]);
    });

    it('fails on drift where the portal is away, too', async () => {
      portal.answerWith(() => ({ status: 503 }));
      await infrastructure.apply({ image: IMAGE, revision: REVISION });
      await infrastructure.declare(main => main.replace('256', '1024'));
      expect(await drift()).toMatchObject({ code: 2 });
    });

    it('says nothing before the first deployment', async () => {
      portal.answerWith(() => ({ status: 202 }));
      expect(await drift()).toMatchObject({ code: 0 });
      expect(portal.requests).toEqual([]);
    });
  });

  describe('init.sh', () => {
    const init = (env: Record<string, string>) =>
      infrastructure.run({
        script: `${SCRIPTS}/init.sh`,
        args: ['production'],
        env: { AWS_REGION: 'eu-west-1', ...env },
        // Its state is in S3, which is not here.
        commands: { tofu: 'printf "%s\\n" "$@"' },
      });
    const lock = () =>
      writeFile(
        join(
          infrastructure.repository,
          'terraform/envs/production/.terraform.lock.hcl',
        ),
        '',
      );

    it('says which variable is missing', async () => {
      expect(await init({})).toMatchObject({
        code: 1,
        log: expect.stringContaining('STATE_BUCKET'),
      });
    });

    it('uses the state of the account', async () => {
      await lock();
      const { code, log } = await init({ STATE_BUCKET: 'state' });
      expect(code).toBe(0);
      expect(log.trim().split('\n')).toEqual([
        'init',
        '-input=false',
        '-backend-config=bucket=state',
        '-backend-config=region=eu-west-1',
        '-lockfile=readonly',
      ]);
    });

    it('warns of a provider that is not locked', async () => {
      const { code, log } = await init({ STATE_BUCKET: 'state' });
      expect(code).toBe(0);
      expect(log).toContain('::warning');
      expect(log).not.toContain('-lockfile');
    });

    it('refuses it where it must be locked', async () => {
      expect(
        await init({ STATE_BUCKET: 'state', REQUIRE_LOCK: 'true' }),
      ).toMatchObject({ code: 1, log: expect.stringContaining('lock.sh') });
    });
  });

  describe('verify-rollout.sh', () => {
    const deployments = (taskDefinition: string, rolloutState: string) => ({
      services: [
        {
          deployments: [
            { status: 'PRIMARY', taskDefinition, rolloutState },
            { status: 'ACTIVE', taskDefinition: 'older', rolloutState: '' },
          ],
          events: [{ createdAt: 'now', message: 'tasks failed to start' }],
        },
      ],
    });
    const verify = async (answer: object) => {
      await infrastructure.apply({ image: IMAGE, revision: REVISION });
      return infrastructure.run({
        script: `${SCRIPTS}/verify-rollout.sh`,
        args: ['production'],
        commands: { aws: `cat <<'END'\n${JSON.stringify(answer)}\nEND` },
      });
    };
    const applied =
      'arn:aws:ecs:eu-west-1:123456789012:task-definition/orders-api:7';
    const previous =
      'arn:aws:ecs:eu-west-1:123456789012:task-definition/orders-api:6';

    it('is content with what was applied', async () => {
      expect(await verify(deployments(applied, 'COMPLETED'))).toMatchObject({
        code: 0,
        outputs: { url: 'https://orders-api.example.com' },
      });
    });

    it.each([
      ['was rolled back', previous, 'COMPLETED'],
      ['is still under way', applied, 'IN_PROGRESS'],
      ['failed', applied, 'FAILED'],
    ])('fails where a rollout %s', async (_, running, state) => {
      expect(await verify(deployments(running, state))).toMatchObject({
        code: 1,
        log: expect.stringContaining('tasks failed to start'),
        outputs: {},
      });
    });
  });

  describe('gate.sh', () => {
    const gate = () =>
      infrastructure.run({
        script: `${SCRIPTS}/gate.sh`,
        args: ['production', REVISION, 'feature'],
        env: portal.env,
      });
    const decision = (verdict: string) => ({
      status: 200,
      body: {
        decision: verdict,
        mode: 'enforce',
        reasons: [
          {
            rule: 'error-budget-freeze',
            decision: verdict,
            message: 'the budget is used up',
          },
        ],
      },
    });

    it.each([
      ['allow', 0],
      ['needs_approval', 0],
      ['deny', 1],
    ])('%s ends with %d and gives the reasons', async (verdict, code) => {
      portal.answerWith(() => decision(verdict));
      expect(await gate()).toMatchObject({
        code,
        summary: expect.stringContaining('the budget is used up'),
      });
    });

    it('leaves it to a person where the portal does not answer', async () => {
      portal.answerWith(() => ({ status: 404 }));
      expect(await gate()).toMatchObject({
        code: 0,
        log: expect.stringContaining('A person decides'),
      });
    });
  });

  describe('find-digest.sh', () => {
    const find = (version: string) =>
      infrastructure.run({
        script: `${SCRIPTS}/find-digest.sh`,
        args: ['ghcr.io/example/orders-api', version],
        // No registry is here.
        commands: { skopeo: 'printf "%s\\n" "$@" >&2; echo sha256:abc' },
      });

    it('asks the registry for the image of a version', async () => {
      const { code, log, outputs } = await find(REVISION);
      expect({ code, outputs }).toEqual({
        code: 0,
        outputs: { digest: 'sha256:abc' },
      });
      expect(log).toContain(`docker://ghcr.io/example/orders-api:${REVISION}`);
    });

    it.each(['1234567', 'main', `${REVISION} --authfile=/etc/passwd`])(
      'asks nothing about %s',
      async version => {
        expect(await find(version)).toMatchObject({
          code: 1,
          log: expect.not.stringContaining('docker://'),
        });
      },
    );
  });

  describe('change-kind.sh', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', infrastructure.repository, ...args], {
        encoding: 'utf8',
        env: {
          ...process.env,
          GIT_AUTHOR_NAME: 'a',
          GIT_AUTHOR_EMAIL: 'a@example.com',
          GIT_COMMITTER_NAME: 'a',
          GIT_COMMITTER_EMAIL: 'a@example.com',
        },
      }).trim();
    const commit = (subject: string) => {
      git('commit', '--quiet', '--allow-empty', '--message', subject);
      return git('rev-parse', 'HEAD');
    };

    it.each([
      ['fix', ['fix: answer again', 'docs: say so']],
      ['fix', ['Revert "feat: a thing"']],
      ['feature', ['fix: answer again', 'feat: a thing']],
      ['feature', ['docs: say so']],
      ['feature', ['tidy up']],
    ])('calls it a %s where commits say %j', async (kind, subjects) => {
      git('init', '--quiet');
      await infrastructure.apply({
        image: IMAGE,
        revision: commit('feat: begin'),
      });
      const version = subjects.map(commit).pop()!;
      expect(
        await infrastructure.run({
          script: `${SCRIPTS}/change-kind.sh`,
          args: ['production', version],
        }),
      ).toMatchObject({ code: 0, outputs: { change: kind } });
    });

    it('calls the first deployment a feature', async () => {
      git('init', '--quiet');
      expect(
        await infrastructure.run({
          script: `${SCRIPTS}/change-kind.sh`,
          args: ['production', commit('fix: begin')],
        }),
      ).toMatchObject({ code: 0, outputs: { change: 'feature' } });
    });
  });
});
