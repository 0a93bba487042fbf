import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import escapeHatchPlugin from '@golden-path/backstage-plugin-escape-hatch-backend';
import goldenPathModule from '@golden-path/backstage-plugin-scaffolder-backend-module-golden-path';
import request from 'supertest';
import { parse } from 'yaml';
import { renderWhole, TEMPLATES } from './__testUtils__/renderTemplate';
import { runTemplate } from './__testUtils__/runTemplate';

const template = parse(
  readFileSync(join(TEMPLATES, 'escape-hatch/template.yaml'), 'utf8'),
);

const DAY_MS = 86_400_000;
const day = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const ANSWERS = {
  component: 'component:default/training',
  rules: ['resource-limits'],
  justification: 'Training takes what a node has, and a limit makes it fail.',
  riskAssessment: 'It can starve its neighbours on the node.',
  mitigations: 'It runs on nodes of its own.',
  category: 'mitigated',
  riskLevel: 'medium',
  expiresAt: day(30),
  environments: ['staging'],
  vulnerabilities: [],
};

const user = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default', uid: name },
  spec: { memberOf: ['ml'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/ml' }],
});

const group = (name: string, members: string[]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default', uid: name },
  spec: { type: 'team', children: [] },
  relations: members.map(member => ({
    type: 'hasMember',
    targetRef: `user:default/${member}`,
  })),
});

describe('template escape-hatch', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        goldenPathModule,
        escapeHatchPlugin,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            escapeHatch: { adminGroup: 'group:default/platform' },
          },
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        catalogServiceMock.factory({
          entities: [
            template,
            user('ann'),
            user('ben'),
            group('ml', ['ann', 'ben']),
            group('platform', ['pat']),
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'training',
                namespace: 'default',
                uid: 'training-uid',
              },
              spec: { type: 'service', owner: 'ml', lifecycle: 'production' },
              relations: [{ type: 'ownedBy', targetRef: 'group:default/ml' }],
            },
          ],
        }),
      ],
    });
  });

  afterAll(() => backend?.stop());

  const run = (values: object, person = 'ann') =>
    runTemplate({
      backend,
      templateRef: 'template:default/escape-hatch',
      values,
      authorization: mockCredentials.user.header(`user:default/${person}`),
    });

  async function requests(): Promise<any[]> {
    const { body } = await request(backend.server)
      .get('/api/escape-hatch/v1/requests')
      .set('authorization', mockCredentials.user.header('user:default/ann'));
    return body.items;
  }

  it('files a request as the person who asks, once', async () => {
    const first = await run(ANSWERS);
    expect(first).toMatchObject({ status: 'completed' });
    const [filed, ...others] = await requests();
    expect(others).toEqual([]);
    expect(filed).toMatchObject({
      requester: 'user:default/ann',
      status: 'submitted',
      entityRef: 'component:default/training',
      rules: ['resource-limits'],
      justification: ANSWERS.justification,
      riskAssessment: ANSWERS.riskAssessment,
      mitigations: ANSWERS.mitigations,
      riskLevel: 'medium',
      category: 'mitigated',
      target: { environments: ['staging'] },
    });
    expect(first.output.links[0].url).toBe(
      `https://portal.example.com/escape-hatches/${filed.id}`,
    );
    expect(first.output.text[0].content).toContain(
      `Request #${filed.number} waits for a decision.`,
    );

    const again = await run(ANSWERS);
    expect(again.status).toBe('completed');
    expect(again.log).toContain(`Request #${filed.number} was filed before`);
    expect(await requests()).toHaveLength(1);
  });

  it('ends with the words of the plugin where that refuses', async () => {
    const { status, log } = await run(
      { ...ANSWERS, rules: ['probes'], expiresAt: day(-1) },
      'ben',
    );
    expect(status).toBe('failed');
    expect(log).toMatch(/expiresAt/);
  });

  it('previews in a dry run, and files nothing', async () => {
    const before = (await requests()).length;
    const dryRun = (values: object) =>
      request(backend.server)
        .post('/api/scaffolder/v2/dry-run')
        .set('authorization', mockCredentials.user.header('user:default/ben'))
        .send({ template, values, directoryContents: [] });

    const { status, body } = await dryRun({ ...ANSWERS, rules: ['probes'] });
    expect({ status, error: body.error }).toEqual({ status: 200 });
    expect(body.output.text[0].content).toMatch(
      /1\. Platform \(group:default\/platform\)/,
    );

    const refused = await dryRun({ ...ANSWERS, expiresAt: day(4_000) });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/expiresAt/);
    expect(await requests()).toHaveLength(before);
  });

  it('renders where the plugin is not', async () => {
    const { files, validation } = await renderWhole({
      template: 'escape-hatch',
      values: ANSWERS,
    });
    expect([...files]).toEqual([]);
    expect(validation).toBeNull();
  });

  it('offers the rules that the plugin ships and that can be left', async () => {
    const { body } = await request(backend.server)
      .get('/api/escape-hatch/v1/rules')
      .set('authorization', mockCredentials.user.header());
    const waivable = body.items
      .filter((rule: any) => rule.waivable)
      .map((rule: any) => rule.id);
    const [{ properties }] = template.spec.parameters;
    expect([...properties.rules.items.enum].sort()).toEqual(waivable.sort());
  });

  it.each([
    ['component', 'user:default/ann'],
    ['component', 'component:default/${{ secrets.X }}'],
    ['rules', []],
    ['rules', ['default-deny-network']],
    ['rules', ['probes', 'probes']],
    ['justification', 'Because'],
    ['expiresAt', 'tomorrow'],
    ['namespace', '../x'],
    ['vulnerabilities', ['CVE-1; rm -rf']],
    ['riskLevel', 'none'],
  ])('refuses %s %j', async (field, value) => {
    await expect(run({ ...ANSWERS, [field]: value })).rejects.toThrow(
      new RegExp(`400 .*${field}`),
    );
  });
});
