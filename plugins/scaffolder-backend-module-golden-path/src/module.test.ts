import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import request from 'supertest';
import goldenPathModule from '.';
import { runTemplate } from './__testUtils__/runTemplate';
import { GitServer } from './git/__testUtils__/GitServer';

const CATALOG_INFO = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: \${{ values.name }}
spec:
  type: service
  lifecycle: production
  owner: \${{ values.owner }}
`;

const SLO = `service: \${{ values.name }}
slos:
  - name: availability
    sli:
      metric: sum(rate(http_requests_total{status!~"5.."}[5m])) / sum(rate(http_requests_total[5m]))
    target: 0.995
    window: 30d
`;

const DRIFT = `name: drift
on:
  schedule:
    - cron: '17 5 * * *'
permissions: {}
jobs:
  compare:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - run: tofu plan -detailed-exitcode
`;

const PROJECT = `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: \${{ values.name }}
spec: {}
`;

/** What the catalog has is made of it, and says the same. */
const TEMPLATE = `kind: Template
metadata: { name: greeting }
spec:
  parameters:
    properties:
      name: { type: string }
      owner: { type: string }
      repository: { type: string }
      gitops: { type: string }
      check: { type: string }
`;

const FILES: Record<string, string> = {
  'greeting/template.yaml': TEMPLATE,
  'greeting/skeleton/greeting.txt': 'Hello ${{ values.name }}\n',
  'greeting/skeleton/catalog-info.yaml': CATALOG_INFO,
  'greeting/skeleton/slos/${{ values.name }}.yaml': SLO,
  'greeting/skeleton/.github/workflows/drift.yml': DRIFT,
  'greeting/gitops/projects/${{ values.name }}.yaml': PROJECT,
  'parts/shared/shared.txt': 'Shared with ${{ values.name }}\n',
  'parts/shared/greeting.txt': 'Not this one\n',
  'parts/unused/unused.txt': 'Unused\n',
};

const values = {
  name: '${{ parameters.name }}',
  owner: '${{ parameters.owner }}',
};

const STEPS = [
  { id: 'parts', action: 'golden-path:parts', input: { parts: ['shared'] } },
  {
    id: 'own',
    action: 'fetch:template',
    input: {
      url: './skeleton',
      targetPath: './${{ parameters.name }}',
      values,
    },
  },
  {
    id: 'shared',
    action: 'golden-path:template',
    input: {
      sourcePath: '.parts/shared',
      targetPath: './${{ parameters.name }}',
      copyWithoutTemplating: [],
      values,
    },
  },
  {
    id: 'gitops-files',
    action: 'fetch:template',
    input: { url: './gitops', targetPath: './gitops', values },
  },
  { id: 'tidy', action: 'fs:delete', input: { files: ['.parts'] } },
  {
    id: 'provenance',
    action: 'golden-path:provenance',
    input: {
      targetPath: './${{ parameters.name }}',
      answers: '${{ parameters }}',
      parts: ['shared'],
      ownership: [
        { files: 'shared.*', ownership: 'managed' },
        { files: '**', ownership: 'merge' },
        { files: 'catalog-info.yaml', ownership: 'managed' },
      ],
    },
  },
  {
    id: 'validate',
    action: 'golden-path:validate',
    input: {
      entityRef: 'component:default/${{ parameters.name }}',
      service: '${{ parameters.name }}',
      gitops: 'gitops',
      repository: '${{ parameters.repository }}',
      gitopsRepository: '${{ parameters.gitops }}',
    },
  },
  {
    id: 'publish',
    if: "${{ (parameters.repository | repository).kind == 'git' }}",
    action: 'golden-path:publish:git',
    input: {
      repository: '${{ parameters.repository }}',
      sourcePath: './${{ parameters.name }}',
      entityRef: 'component:default/${{ parameters.name }}',
    },
  },
  {
    id: 'gitops',
    action: 'golden-path:gitops:pull-request',
    input: {
      repository: '${{ parameters.gitops }}',
      sourcePath: 'gitops',
      branch: 'golden-path/${{ parameters.name }}',
      title: 'Add ${{ parameters.name }}',
    },
  },
];

const component = (name: string, repository: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'backstage.io/source-location': `url:${repository}/tree/main/`,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
});

const string = { type: 'string' };

const sha256 = (text: string) =>
  createHash('sha256').update(text).digest('hex');

// Tasks run real git, many times.
jest.setTimeout(60_000);

describe('golden-path module of the scaffolder', () => {
  let folder: string;
  let git: GitServer;
  let backend: TestBackend;
  let template: object;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golden-path-module-test-'));
    for (const [path, content] of Object.entries(FILES)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await symlink('/etc', join(folder, 'parts/elsewhere'));
    git = await GitServer.start();
    template = {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: {
        name: 'greeting',
        namespace: 'default',
        annotations: {
          'backstage.io/managed-by-location': `file:${folder}/greeting/template.yaml`,
          'golden-path.io/template-version': '1.2.0',
        },
      },
      spec: {
        type: 'service',
        parameters: {
          required: ['name', 'owner', 'repository', 'gitops'],
          properties: {
            name: string,
            owner: string,
            repository: string,
            gitops: string,
          },
        },
        steps: STEPS,
        output: {
          commitHash: '${{ steps.publish.output.commitHash }}',
          catalogInfoUrl: '${{ steps.publish.output.catalogInfoUrl }}',
          proposal: '${{ steps.gitops.output }}',
          validation: '${{ steps.validate.output }}',
        },
      },
    };
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        goldenPathModule,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            goldenPath: { git: { remotes: [{ url: git.url }] } },
            scaffolder: {
              defaultAuthor: { name: 'Portal', email: 'portal@example.com' },
            },
          },
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        catalogServiceMock.factory({
          entities: [
            template as any,
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: { name: 'shop', namespace: 'default' },
              spec: { type: 'team', children: [] },
            },
            component('signon', 'https://github.com/shop/signon'),
            component('registered', `${git.url}/registered`),
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'User',
              metadata: { name: 'ann', namespace: 'default' },
              spec: {},
            },
          ],
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await git?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function answers(name: string) {
    await git.create('gitops').catch(() => {});
    if (!(await git.git('gitops', 'branch', '--list', 'main'))) {
      await git.commit('gitops', {
        files: { 'README.md': '# GitOps\n' },
        message: 'Begin',
      });
    }
    return {
      name,
      owner: 'group:default/shop',
      repository: await git.create(name),
      gitops: `${git.url}/gitops.git`,
    };
  }

  const run = (parameters: object) =>
    runTemplate({
      backend,
      templateRef: 'template:default/greeting',
      values: parameters,
      authorization: mockCredentials.user.header('user:default/ann'),
    });

  it('publishes a service and proposes its environments', async () => {
    const parameters = await answers('orders');

    const { status, output, log } = await run(parameters);

    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(output).toEqual({
      commitHash: await git.git('orders', 'rev-parse', 'main'),
      catalogInfoUrl: `${git.url}/orders/blob/main/catalog-info.yaml`,
      proposal: {
        url: `${git.url}/gitops/tree/golden-path/orders`,
        branch: 'golden-path/orders',
        commitHash: await git.git('gitops', 'rev-parse', 'golden-path/orders'),
      },
      validation: {
        findings: [],
        rulesPassed: expect.any(Number),
        manifests: [],
      },
    });
    expect(await git.git('orders', 'show', 'main:greeting.txt')).toBe(
      'Hello orders',
    );
    expect(await git.git('orders', 'show', 'main:shared.txt')).toBe(
      'Shared with orders',
    );
    expect(await git.git('orders', 'log', '--format=%an %B')).toBe(
      'Portal Create orders\n\nGolden-Path-Entity: component:default/orders\nRequested-by: user:default/ann',
    );
  });

  it('notes where the files come from', async () => {
    const parameters = await answers('noted');
    // What nobody asked for, and what the page Check keeps, are no answers.
    await run({ ...parameters, foo: 'bar', check: 'sha256:0' });

    const provenance = JSON.parse(
      await git.git('noted', 'show', 'main:.golden-path.json'),
    );

    const parts = [
      'gitops/projects/${{ values.name }}.yaml',
      'parts/shared/greeting.txt',
      'parts/shared/shared.txt',
      'skeleton/.github/workflows/drift.yml',
      'skeleton/catalog-info.yaml',
      'skeleton/greeting.txt',
      'skeleton/slos/${{ values.name }}.yaml',
      'template.yaml',
    ];
    const list = parts
      .map(path => {
        const source = path.startsWith('parts/') ? path : `greeting/${path}`;
        return `${sha256(FILES[source])}  ${path}\n`;
      })
      .join('');
    const catalogInfo = CATALOG_INFO.replace(
      '${{ values.name }}',
      'noted',
    ).replace('${{ values.owner }}', 'group:default/shop');
    expect(provenance).toEqual({
      template: 'greeting',
      version: '1.2.0',
      digest: `sha256:${sha256(list)}`,
      answers: parameters,
      files: {
        '.github/workflows/drift.yml': {
          sha256: sha256(DRIFT),
          ownership: 'merge',
        },
        'slos/noted.yaml': {
          sha256: sha256(SLO.replace('${{ values.name }}', 'noted')),
          ownership: 'merge',
        },
        'catalog-info.yaml': {
          sha256: sha256(catalogInfo),
          ownership: 'merge',
        },
        'greeting.txt': { sha256: sha256('Hello noted\n'), ownership: 'merge' },
        'shared.txt': {
          sha256: sha256('Shared with noted\n'),
          ownership: 'managed',
        },
      },
    });
  });

  it('goes on where a run before it died', async () => {
    const parameters = await answers('resumed');
    await git.addHook('gitops', 'update', 'echo "Try later." >&2; exit 1');
    const first = await run(parameters);
    expect(first.status).toBe('failed');
    expect(first.log).toMatch(/remote: Try later\./);
    const published = await git.git('resumed', 'rev-parse', 'main');

    await git.addHook('gitops', 'update', 'exit 0');
    const second = await run(parameters);

    expect(second.status).toBe('completed');
    expect(second.output.commitHash).toBe(published);
    expect(second.log).toContain('was published before, with the same content');
    expect(await git.git('resumed', 'rev-list', '--count', 'main')).toBe('1');

    const third = await run(parameters);
    expect(third.output).toEqual(second.output);
    expect(third.log).toContain('Branch golden-path/resumed of');
  });

  it('says that a repository exists, and leaves it alone', async () => {
    const parameters = await answers('taken');
    const theirs = await git.commit('taken', {
      files: { 'README.md': '# Theirs\n' },
      message: 'Begin',
    });

    const { status, log } = await run(parameters);

    expect(status).toBe('failed');
    expect(log).toContain(
      `${parameters.repository} exists, and has other content; choose another name, or an empty repository. It was not touched`,
    );
    expect(await git.git('taken', 'rev-parse', 'main')).toBe(theirs);
    expect(await git.git('gitops', 'branch', '--list', '*taken')).toBe('');
  });

  it.each([
    ['group:default/nobody', 'which is not in the catalog; expected a group.'],
    ['user:default/ann', 'which is a User in the catalog; expected a group.'],
  ])('publishes nothing for the owner %s', async (owner, reason) => {
    const name = `owned-${owner.length}`;
    const { status, log } = await run({ ...(await answers(name)), owner });

    expect(status).toBe('failed');
    expect(log).toContain(
      `Nothing is published: 1 error in the files.\n${name}/catalog-info.yaml:8 catalog-info: spec.owner is '${owner}', ${reason} Fix: Answer with a group that the catalog has.`,
    );
    expect(await git.git(name, 'for-each-ref')).toBe('');
  });

  it('publishes nothing under a name that the catalog has', async () => {
    const { status, log } = await run(await answers('signon'));

    expect(status).toBe('failed');
    expect(log).toContain(
      'signon/catalog-info.yaml:1 catalog-info: The catalog has component:default/signon already, from url:https://github.com/shop/signon/tree/main/. Fix: Choose another name.',
    );
    expect(await git.git('signon', 'for-each-ref')).toBe('');
  });

  it('publishes nothing into the GitOps repository itself', async () => {
    const { gitops, ...parameters } = await answers('mixed');
    const before = await git.git('gitops', 'for-each-ref');
    const { status, log } = await run({
      ...parameters,
      gitops,
      repository: gitops.replace(/\.git$/, ''),
    });

    expect(status).toBe('failed');
    expect(log).toContain(
      `mixed/catalog-info.yaml:1 catalog-info: The service's repository, ${git.url}/gitops, is its GitOps repository, too; expected two. Fix: Answer with another repository`,
    );
    expect(await git.git('gitops', 'for-each-ref')).toBe(before);
  });

  it('goes on with a component that is registered already', async () => {
    const parameters = await answers('registered');
    expect((await run(parameters)).status).toBe('completed');
  });

  it('refuses a repository that is none, or that is not allowed', async () => {
    const parameters = await answers('refused');
    const none = await run({ ...parameters, repository: 'ext::sh -c x' });
    expect(none.log).toMatch(
      /The repository is 'ext::sh -c x'; expected a URL/,
    );
    const elsewhere = 'https://git.elsewhere.example.com/refused.git';
    const other = await run({ ...parameters, repository: elsewhere });
    expect(other.log).toContain(
      `The portal does not write to ${elsewhere}; expected a repository below ${git.url}/`,
    );
    expect([none.status, other.status]).toEqual(['failed', 'failed']);
  });

  it('tries a template out without touching anything, and finds the same', async () => {
    const parameters = await answers('tried');
    const upload = Object.entries(FILES).map(([path, content]) => ({
      path: path.replace(/^greeting\//, ''),
      base64Content: Buffer.from(content).toString('base64'),
    }));

    const { status, body } = await request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .set('authorization', mockCredentials.user.header('user:default/ann'))
      .send({
        template,
        values: { ...parameters, owner: 'group:default/nobody' },
        directoryContents: upload,
      });

    expect({ status, error: body.error }).toEqual({ status: 200 });
    expect(body.output.validation.findings).toEqual([
      {
        file: 'tried/catalog-info.yaml',
        line: 8,
        rule: 'catalog-info',
        severity: 'error',
        message:
          "spec.owner is 'group:default/nobody', which is not in the catalog; expected a group.",
        fix: 'Answer with a group that the catalog has.',
      },
    ]);
    expect(body.output.commitHash).toBe('0'.repeat(40));
    expect(await git.git('tried', 'for-each-ref')).toBe('');

    await run(parameters);
    const real = JSON.parse(
      await git.git('tried', 'show', 'main:.golden-path.json'),
    );
    const dry = JSON.parse(
      Buffer.from(
        body.directoryContents.find(
          ({ path }: any) => path === 'tried/.golden-path.json',
        ).base64Content,
        'base64',
      ).toString(),
    );
    expect(dry.digest).toBe(real.digest);
  });

  it.each([
    ['nowhere', /There is no part 'nowhere'/],
    ['elsewhere', /There is no part 'elsewhere'/],
    ['../greeting', /does not match pattern/],
  ])('copies no part %s', async (part, reason) => {
    const { status, body } = await request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .set('authorization', mockCredentials.user.header('user:default/ann'))
      .send({
        template: {
          ...template,
          spec: {
            type: 'service',
            steps: [
              {
                id: 'parts',
                action: 'golden-path:parts',
                input: { parts: [part] },
              },
            ],
          },
        },
        values: {},
        directoryContents: [],
      });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(reason);
  });

  it('describes each action with an example', async () => {
    const { body } = await request(backend.server)
      .get('/api/scaffolder/v2/actions')
      .set('authorization', mockCredentials.user.header());
    const own = body.filter(({ id }: any) =>
      /^(golden-path|slo|escape-hatch):/.test(id),
    );
    expect(own.map(({ id }: any) => id).sort()).toEqual([
      'escape-hatch:request',
      'golden-path:gitops:pull-request',
      'golden-path:parts',
      'golden-path:provenance',
      'golden-path:publish:git',
      'golden-path:register',
      'golden-path:template',
      'golden-path:validate',
      'slo:write',
    ]);
    for (const { examples, schema } of own) {
      expect(examples.length).toBeGreaterThan(0);
      expect(schema.input.properties).toBeDefined();
    }
  });
});
