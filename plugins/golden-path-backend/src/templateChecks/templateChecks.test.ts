import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import goldenPathPlugin from '..';

const PROVENANCE = {
  template: 'greeting',
  version: '1.2.0',
  digest: 'sha256:0',
  answers: {},
  files: { 'greeting.txt': { sha256: '0', ownership: 'managed' } },
};

const FINDING = {
  file: 'orders/greeting.txt',
  line: 3,
  rule: 'resource-limits',
  severity: 'error',
  message: 'The greeting has no limit.',
  fix: 'Limit the greeting.',
};

const FILES = {
  'greeting/template.yaml': 'apiVersion: scaffolder.backstage.io/v1beta3\n',
  'greeting/skeleton/greeting.txt': 'Hello ${{ values.name }}\n',
  'greeting/skeleton/.golden-path.json': JSON.stringify(PROVENANCE),
  'greeting/skeleton/picture.bin': Buffer.from([0, 159, 146, 150]),
  'parts/shared/shared.txt': 'Shared with ${{ values.name }}\n',
};

const template = (folder: string, spec: object = {}) => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'greeting',
    annotations: {
      'backstage.io/managed-by-location': `file:${folder}/greeting/template.yaml`,
      'golden-path.io/template-version': '1.2.0',
    },
  },
  spec: {
    type: 'service',
    parameters: {
      required: ['name'],
      properties: {
        name: { type: 'string', pattern: '^[a-z]+$' },
        system: {
          type: 'string',
          pattern: '^[a-z]+$',
          errorMessage: { pattern: 'Lower-case letters, such as shop.' },
        },
        report: { type: 'object' },
      },
    },
    steps: [
      {
        id: 'files',
        action: 'fetch:template',
        input: {
          url: './skeleton',
          targetPath: './${{ parameters.name }}',
          values: { name: '${{ parameters.name }}' },
        },
      },
      {
        id: 'shared',
        action: 'fetch:template',
        input: {
          url: './parts/shared',
          targetPath: './${{ parameters.name }}',
          values: { name: '${{ parameters.name }}' },
        },
      },
    ],
    // A step's output in the golden path's own templates
    output: { validation: '${{ parameters.report }}' },
    ...spec,
  },
});

describe('checks of templates', () => {
  let folder: string;
  let backend: TestBackend;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golden-path-check-test-'));
    for (const [path, content] of Object.entries(FILES)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const greeting = template(folder);
    const elsewhere = template(folder);
    elsewhere.metadata.name = 'elsewhere';
    elsewhere.metadata.annotations['backstage.io/managed-by-location'] =
      'bootstrap:nowhere';
    const unchecked = template(folder, { output: {} });
    unchecked.metadata.name = 'unchecked';
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        goldenPathPlugin,
        catalogServiceMock.factory({
          entities: [greeting, elsewhere, unchecked],
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const check = (body: object) =>
    request(backend.server)
      .post('/api/golden-path/v1/template-checks')
      .set('authorization', mockCredentials.user.header())
      .send(body);

  it('shows the files, who owns them, and what was found', async () => {
    const { status, body } = await check({
      templateRef: 'template:default/greeting',
      values: {
        name: 'orders',
        report: { findings: [FINDING], rulesPassed: 4, manifests: [] },
      },
    });

    expect({ status, body }).toEqual({
      status: 200,
      body: {
        template: { name: 'greeting', version: '1.2.0' },
        files: [
          {
            path: 'orders/.golden-path.json',
            content: JSON.stringify(PROVENANCE),
            ownership: null,
          },
          {
            path: 'orders/greeting.txt',
            content: 'Hello orders\n',
            ownership: 'managed',
          },
          { path: 'orders/picture.bin', content: null, ownership: null },
          {
            path: 'orders/shared.txt',
            content: 'Shared with orders\n',
            ownership: null,
          },
        ],
        validation: { findings: [FINDING], rulesPassed: 4, manifests: [] },
        seconds: expect.any(Number),
      },
    });
  });

  it('says where a template checks nothing', async () => {
    const { body } = await check({
      templateRef: 'template:default/unchecked',
      values: { name: 'orders' },
    });

    expect(body).toMatchObject({
      template: { name: 'unchecked' },
      validation: null,
    });
  });

  it.each([
    {
      case: 'answers that the template does not take, by parameter',
      body: {
        templateRef: 'template:default/greeting',
        values: { name: '../x' },
      },
      status: 400,
      message:
        'template:default/greeting cannot be tried out: name does not match pattern "^[a-z]+$"',
    },
    {
      case: "answers that the template does not take, in the template's words",
      body: {
        templateRef: 'template:default/greeting',
        values: { name: 'orders', system: '../x' },
      },
      status: 400,
      message:
        'template:default/greeting cannot be tried out: system: Lower-case letters, such as shop.',
    },
    {
      case: 'an unknown template',
      body: { templateRef: 'template:default/none', values: {} },
      status: 404,
      message: "No template found with ref 'template:default/none'",
    },
    {
      case: 'what is no template',
      body: { templateRef: 'component:default/orders', values: {} },
      status: 400,
      message:
        "templateRef is 'component:default/orders'; expected a ref of kind Template",
    },
    {
      case: 'a template that comes from nowhere',
      body: {
        templateRef: 'template:default/elsewhere',
        values: { name: 'orders' },
      },
      status: 400,
      message:
        "template:default/elsewhere comes from 'bootstrap:nowhere'; expected a location of type url or file",
    },
  ])('refuses $case', async ({ body, status, message }) => {
    const answer = await check(body);

    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toBe(message);
  });

  it('describes itself', async () => {
    const { body } = await request(backend.server)
      .get('/api/golden-path/v1/openapi.json')
      .set('authorization', mockCredentials.user.header());

    expect(Object.keys(body.paths)).toEqual([
      '/template-checks',
      '/openapi.json',
    ]);
  });
});
