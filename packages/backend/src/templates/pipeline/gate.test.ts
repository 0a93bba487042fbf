import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiAnswer } from './__testUtils__/FakeApi';
import { FakePortal } from './__testUtils__/FakePortal';
import { renderService } from './__testUtils__/renderService';
import { runScript } from './__testUtils__/runScript';

jest.setTimeout(60_000);

const VERSION = 'a'.repeat(40);
let folder: string;
let portal: FakePortal;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gate-'));
  portal = await FakePortal.start();
  await renderService({ folder });
});

afterAll(async () => {
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
});

async function askGate(env: Record<string, string> = {}) {
  const reasons = join(folder, 'reasons.md');
  const run = await runScript({
    repository: join(folder, 'orders-api'),
    script: '.github/scripts/portal/gate.sh',
    args: ['production', VERSION, 'feature', reasons],
    env: { ...portal.env, ...env },
  });
  return { ...run, reasons: await readFile(reasons, 'utf8') };
}

const decision = (change: object = {}) => ({
  status: 200,
  body: {
    decision: 'allow',
    mode: 'enforce',
    reasons: [],
    rollbackTargets: [],
    decidedAt: '2026-11-24T10:00:00Z',
    ...change,
  },
});

const frozen = {
  rule: 'error-budget-freeze',
  decision: 'deny',
  message: 'availability has used 120 % of its budget',
  evidence: {},
  openedBy: 'error-budget-freeze',
};

describe('the question to the deploy gate', () => {
  it('is asked with the identity of the job', async () => {
    portal.answerWith(() => decision());

    expect(await askGate()).toMatchObject({
      code: 0,
      reasons: 'The deploy gate allows it.\n\n',
    });
    expect(portal.tokenRequests).toEqual([
      expect.objectContaining({
        path: `/oidc?api-version=2.0&audience=${encodeURIComponent(
          portal.env.PORTAL_URL,
        )}`,
        authorization: 'Bearer credential-of-the-runner',
      }),
    ]);
    expect(portal.requests).toEqual([
      {
        method: 'POST',
        path: '/api/golden-path/v1/gate',
        authorization: 'Bearer token-of-this-job',
        body: {
          entityRef: 'component:default/orders-api',
          environment: 'production',
          version: VERSION,
          change: 'feature',
        },
      },
    ]);
  });

  it.each<[string, number, object]>([
    ['allow', 0, { decision: 'allow' }],
    ['needs_approval', 3, { decision: 'needs_approval' }],
    ['deny', 4, { decision: 'deny' }],
    ['deny that is only reported', 0, { decision: 'deny', mode: 'report' }],
  ])('%s exits with %d', async (_, code, change) => {
    portal.answerWith(() => decision(change));
    expect(await askGate()).toMatchObject({ code });
  });

  it.each<[string, ApiAnswer, string]>([
    ['is not there yet', { status: 404 }, 'The portal is not reachable.'],
    ['fails', { status: 500 }, 'status 500'],
    ['does not know this repository', { status: 403 }, 'refuses'],
    ['does not answer in time', undefined, 'The portal is not reachable.'],
    ['answers nothing', { status: 200, body: '' }, 'no decision'],
    ['answers no JSON', { status: 200, body: '<html>' }, 'no decision'],
    ['answers something else', { status: 200, body: [] }, 'no decision'],
    [
      'answers a decision that does not exist',
      decision({ decision: 'maybe' }),
      'no decision',
    ],
    [
      'answers a mode that does not exist',
      decision({ decision: 'deny', mode: 'off' }),
      'no decision',
    ],
  ])('a portal that %s exits with 5', async (_, answer, reason) => {
    portal.answerWith(() => answer);
    const run = await askGate();
    expect(run).toMatchObject({ code: 5 });
    expect(run.reasons).toContain(reason);
  });

  it('asks again where the portal fails for a moment, at most three times', async () => {
    let asked = 0;
    portal.answerWith(() => (++asked < 3 ? { status: 503 } : decision()));
    expect(await askGate()).toMatchObject({ code: 0 });

    portal.answerWith(() => ({ status: 503 }));
    expect(await askGate()).toMatchObject({ code: 5 });
    expect(portal.requests).toHaveLength(3);
  });

  it.each([
    ['no portal', { PORTAL_URL: '' }],
    ['a portal without encryption', { PORTAL_URL: 'http://portal.example' }],
    ['no identity', { ACTIONS_ID_TOKEN_REQUEST_URL: '' }],
  ])('%s exits with 5 and sends no token', async (_, env) => {
    portal.answerWith(() => decision());
    expect(await askGate(env)).toMatchObject({ code: 5 });
    expect(portal.requests).toEqual([]);
  });

  it('a closed port exits with 5', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise(done => server.once('listening', done));
    const { port } = server.address() as { port: number };
    await new Promise(done => server.close(done));
    portal.answerWith(() => decision());

    expect(
      await askGate({ PORTAL_URL: `http://127.0.0.1:${port}` }),
    ).toMatchObject({ code: 5 });
  });

  it('writes one harmless line for each reason', async () => {
    portal.answerWith(() =>
      decision({
        decision: 'deny',
        reasons: [
          frozen,
          { rule: 'scan', decision: 'allow', message: 'exempt', hatch: 'h-1' },
          {
            rule: 'a`b',
            decision: 'deny',
            message: 'two\nlines, <img src=x> for @everyone',
          },
        ],
      }),
    );
    expect((await askGate()).reasons).toBe(
      [
        'The deploy gate says no.',
        '',
        '- `error-budget-freeze`: says no. availability has used 120 % of its budget Opened by: error-budget-freeze.',
        '- `scan`: allows it. exempt Escape hatch: h-1.',
        '- `ab`: says no. two lines, &lt;img src=x> for &#64;everyone',
        '',
      ].join('\n'),
    );
  });

  it('shows no credential', async () => {
    portal.answerWith(() => ({ status: 403 }));
    const { log, reasons } = await askGate();
    expect(log + reasons).not.toMatch(/token-of-this-job|credential-of/);
  });
});

describe('the gate of production', () => {
  const ask = () =>
    runScript({
      repository: join(folder, 'orders-api'),
      script: '.github/scripts/deploy/ask-gate.sh',
      args: [VERSION, 'fix'],
      env: portal.env,
    });

  it.each<[string, ApiAnswer, string]>([
    ['allowed', decision(), 'auto'],
    ['in doubt', decision({ decision: 'needs_approval' }), 'person'],
    ['not there', { status: 404 }, 'person'],
  ])('what is %s goes on', async (_, answer, merge) => {
    portal.answerWith(() => answer);
    expect(await ask()).toMatchObject({ code: 0, outputs: { merge } });
  });

  it('hands the reasons on to those who approve', async () => {
    portal.answerWith(() =>
      decision({
        decision: 'needs_approval',
        reasons: [{ ...frozen, decision: 'needs_approval' }],
      }),
    );
    const { outputs, summary } = await ask();
    expect(outputs.reasons).toBe(
      [
        'The deploy gate wants a person to decide.',
        '',
        '- `error-budget-freeze`: wants a person to decide. availability has used 120 % of its budget Opened by: error-budget-freeze.',
      ].join('\n'),
    );
    expect(summary).toContain('error-budget-freeze');
  });

  it('stops what is denied, before anybody is asked', async () => {
    portal.answerWith(() => decision({ decision: 'deny', reasons: [frozen] }));
    const run = await ask();
    expect(run).toMatchObject({ code: 4, outputs: {} });
    expect(run.summary).toContain('120 % of its budget');
  });
});
