import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
import goldenPathModule from '@golden-path/backstage-plugin-scaffolder-backend-module-golden-path';
import { parse } from 'yaml';
import { runAsPerson } from '../demoGit/__testUtils__/runAsPerson';
import { startDemoGit } from '../demoGit/__testUtils__/startDemoGit';
import { TEMPLATES } from './__testUtils__/renderTemplate';
import { runTemplate } from './__testUtils__/runTemplate';

jest.setTimeout(120_000);

function readTemplate(name: string): Entity {
  const file = join(TEMPLATES, name, 'template.yaml');
  const template = parse(readFileSync(file, 'utf8'));
  template.metadata.annotations = {
    ...template.metadata.annotations,
    'backstage.io/managed-by-location': `file:${file}`,
  };
  return template;
}

describe('what templates publish to a git server', () => {
  const directory = createMockDirectory();
  let backend: TestBackend;
  let url: string;

  beforeAll(async () => {
    directory.addContent({ git: {}, clone: {} });
    const server = await startDemoGit(directory);
    url = server.url;
    const clone = directory.resolve('clone');
    await runAsPerson(clone, 'init', '--quiet', '--initial-branch=main');
    for (const repository of ['gitops', 'billing']) {
      await writeFile(join(clone, 'README.md'), `# ${repository}\n`);
      await runAsPerson(clone, 'add', '.');
      await runAsPerson(clone, 'commit', '--quiet', `--message=${repository}`);
      const remote = `${server.pushUrl}/${repository}.git`;
      await runAsPerson(clone, 'push', '--quiet', remote, 'main');
    }

    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        githubModule,
        gitlabModule,
        goldenPathModule,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            goldenPath: { git: { remotes: [{ url, token: 'a-token' }] } },
          },
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        catalogServiceMock.factory({
          entities: [
            readTemplate('kubernetes-service'),
            readTemplate('ecs-service'),
            readTemplate('add-slo'),
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: { name: 'shop', namespace: 'default' },
              spec: { type: 'team', children: [] },
            },
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'billing',
                namespace: 'default',
                annotations: {
                  'backstage.io/source-location': `url:${url}/billing/tree/main/`,
                },
              },
              spec: { type: 'service', owner: 'shop', lifecycle: 'production' },
            },
          ],
        }),
      ],
    });
  });

  afterAll(() => backend?.stop());

  const run = (template: string, values: object) =>
    runTemplate({
      backend,
      templateRef: `template:default/${template}`,
      values,
      authorization: mockCredentials.user.header(),
    });

  async function git(repository: string, ...args: string[]): Promise<string> {
    const folder = directory.resolve(`git/${repository}.git`);
    return (await runAsPerson(folder, ...args)).trim();
  }

  it.each([
    ['kubernetes-service', 'orders'],
    ['ecs-service', 'reports'],
  ])(
    '%s makes a repository once, however often it is run',
    async (template, name) => {
      const values = {
        name,
        description: 'Takes orders',
        owner: 'group:default/shop',
        language: 'go',
        exposure: 'internal',
        repository: `${url}/${name}.git`,
        gitops: `${url}/gitops.git`,
      };

      // The catalog of the test cannot register anything: each run ends at its last step.
      const first = await run(template, values);
      expect(first.log).toMatch(
        /Beginning step Add the service to the catalog/,
      );
      const commit = await git(name, 'rev-parse', 'main');
      const second = await run(template, values);
      expect(second.log).toMatch(
        /Beginning step Add the service to the catalog/,
      );
      expect(second.log).toMatch(/was published before, with the same content/);

      expect(await git(name, 'rev-parse', 'main')).toBe(commit);
      expect(await git(name, 'rev-list', '--all', '--count')).toBe('1');
      const files = (
        await git(name, 'ls-tree', '-r', '--name-only', 'main')
      ).split('\n');
      expect(files).toEqual(
        expect.arrayContaining([
          '.golden-path.json',
          'Dockerfile',
          'catalog-info.yaml',
          'go.mod',
          `slos/${name}.yaml`,
        ]),
      );
    },
  );

  it('kubernetes-service proposes the environments once', async () => {
    const branch = 'golden-path/orders';
    expect(await git('gitops', 'rev-list', '--count', `main..${branch}`)).toBe(
      '1',
    );
    expect(
      await git('gitops', 'diff', '--name-only', `main...${branch}`),
    ).toContain('environments/staging/orders/values.yaml');
  });

  it('add-slo proposes the document to the repository of its component', async () => {
    const values = {
      component: 'component:default/billing',
      name: 'availability',
      kind: 'availability',
      selector: 'job="billing"',
      counter: 'http_requests_total',
      success: 'status!~"5.."',
      objective: 0.995,
      window: '30d',
      pullRequest: true,
    };

    const { status, output } = await run('add-slo', values);

    expect(status).toBe('completed');
    const branch = 'golden-path/slo-availability';
    expect(
      await git('billing', 'diff', '--name-only', `main...${branch}`),
    ).toBe('slos/availability.yaml');
    expect(output.text[0].content).toContain(
      `It is on the branch [\`${branch}\`](${url}/billing/tree/${branch})`,
    );
    expect((await run('add-slo', values)).status).toBe('completed');
    expect(await git('billing', 'rev-list', '--count', `main..${branch}`)).toBe(
      '1',
    );
  });
});
