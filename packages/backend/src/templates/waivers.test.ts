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
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import escapeHatchPlugin from '@golden-path/backstage-plugin-escape-hatch-backend';
import type { Finding } from '@golden-path/backstage-plugin-golden-path-common';
import goldenPathModule from '@golden-path/backstage-plugin-scaffolder-backend-module-golden-path';
import request from 'supertest';
import { parse } from 'yaml';
import { readTemplateFolder } from '../rendering/readTemplateFolder';
import { TEMPLATES } from './__testUtils__/renderTemplate';

jest.setTimeout(120_000);

const FOLDER = join(TEMPLATES, 'kubernetes-service');

const ANSWERS = {
  name: 'orders-api',
  owner: 'group:default/shop',
  language: 'go',
  exposure: 'internal',
  objective: 0.995,
  autoscaling: true,
  // Not one of those that this host allows
  registry: 'registry.elsewhere.example.com/shop',
};

const member = (name: string, group: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default', uid: name },
  spec: {},
  relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
});

const group = (name: string, person: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default', uid: name },
  spec: { type: 'team', children: [] },
  relations: [{ type: 'hasMember', targetRef: `user:default/${person}` }],
});

describe('escape hatches as waivers of findings', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        githubModule,
        goldenPathModule,
        escapeHatchPlugin,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            escapeHatch: { adminGroup: 'group:default/platform' },
            goldenPath: { policies: { registries: ['ghcr.io/example'] } },
          },
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        catalogServiceMock.factory({
          entities: [
            member('ann', 'shop'),
            member('pat', 'platform'),
            group('shop', 'ann'),
            group('platform', 'pat'),
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'orders-api',
                namespace: 'default',
                uid: 'orders-uid',
              },
              spec: { type: 'service', owner: 'shop', lifecycle: 'production' },
              relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
            },
          ],
        }),
      ],
    });
  });

  afterAll(() => backend?.stop());

  const as = (person: string) => ({
    post: async (path: string, body: object) => {
      const answer = await request(backend.server)
        .post(path)
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${person}`),
        )
        .send(body);
      if (answer.status >= 300) {
        throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      }
      return answer.body;
    },
  });

  async function findings(): Promise<Finding[]> {
    const contents = await readTemplateFolder(FOLDER);
    const { output } = await as('ann').post('/api/scaffolder/v2/dry-run', {
      template: parse(readFileSync(join(FOLDER, 'template.yaml'), 'utf8')),
      values: ANSWERS,
      directoryContents: contents.map(({ path, content }) => ({
        path,
        base64Content: content.toString('base64'),
      })),
    });
    return output.validation.findings;
  }

  it('waive exactly their rule, once they are approved', async () => {
    const before = await findings();
    expect(before.length).toBeGreaterThan(0);
    for (const finding of before) {
      expect(finding).toMatchObject({
        rule: 'image-source',
        severity: 'error',
      });
      expect(finding.hatch).toBeUndefined();
    }

    const hatches = '/api/escape-hatch/v1/requests';
    const ask = (rule: string) =>
      as('ann').post(hatches, {
        entityRef: 'component:default/orders-api',
        rules: [rule],
        justification: 'The image is only there.',
        riskAssessment: 'It may be replaced.',
        mitigations: 'It is fixed by digest.',
        riskLevel: 'medium',
        category: 'mitigated',
        expiresAt: new Date(Date.now() + 20 * 86_400_000).toISOString(),
        submit: true,
      });
    const approve = ({ id, version }: { id: string; version: number }) =>
      as('pat').post(`${hatches}/${id}/approve`, { expectedVersion: version });

    await approve(await ask('probes'));
    const asked = await ask('image-source');
    expect(await findings()).toEqual(before);

    const { id, expiresAt } = await approve(asked);
    expect(await findings()).toEqual(
      before.map(finding => ({ ...finding, hatch: { id, expiresAt } })),
    );
  });
});
