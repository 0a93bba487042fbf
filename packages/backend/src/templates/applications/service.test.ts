import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { readSloDocuments } from '@golden-path/backstage-plugin-slo-common';
import { parse } from 'yaml';
import { renderTemplate } from '../__testUtils__/renderTemplate';
import { renderToFolder } from '../__testUtils__/renderToFolder';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { runProgram } from './__testUtils__/runProgram';

jest.setTimeout(60_000);

const answers = {
  name: 'orders-api',
  description: 'Takes orders',
  owner: 'group:default/shop',
  language: 'go',
  exposure: 'internal',
};

const rendered = new Map<string, Promise<Map<string, Buffer>>>();

/** The files of the service's repository, as text. */
async function render(values: JsonObject = {}) {
  const key = JSON.stringify(values);
  const files =
    rendered.get(key) ??
    renderTemplate({
      template: 'kubernetes-service',
      values: { ...answers, ...values },
    });
  rendered.set(key, files);
  const contents = await files;
  return (path: string): string => {
    const content = contents.get(`orders-api/${path}`);
    if (!content) {
      throw new Error(`No file ${path}`);
    }
    return content.toString('utf8');
  };
}

describe('what every service has', () => {
  it('is found by the catalog, with its objectives, deployments and documentation', async () => {
    const file = await render({
      system: 'system:default/checkout',
      repository: 'https://github.com/Acme/orders-api',
    });
    expect(parse(file('catalog-info.yaml'))).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'orders-api',
        description: 'Takes orders',
        annotations: {
          'backstage.io/techdocs-ref': 'dir:.',
          'golden-path.io/slo': 'slos/*.yaml',
          'golden-path.io/dora-service': 'orders-api',
          'github.com/project-slug': 'Acme/orders-api',
        },
        tags: ['go'],
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/shop',
        system: 'system:default/checkout',
      },
    });
    expect(file('CODEOWNERS')).toMatch(/^\* @Acme\/shop$/m);
  });

  it.each([
    [
      'https://gitlab.com/acme/shop/orders-api',
      { 'gitlab.com/project-slug': 'acme/shop/orders-api' },
      '* @acme/shop',
    ],
    ['https://git.example.com/shop/orders-api.git', {}, '* @shop'],
  ])('knows the host of %s', async (repository, slug, owners) => {
    const file = await render({ repository });
    const { metadata, spec }: Entity = parse(file('catalog-info.yaml'));
    expect(metadata.annotations).toEqual({
      'backstage.io/techdocs-ref': 'dir:.',
      'golden-path.io/slo': 'slos/*.yaml',
      'golden-path.io/dora-service': 'orders-api',
      ...slug,
    });
    expect(spec).not.toHaveProperty('system');
    expect(file('CODEOWNERS').trim().split('\n').pop()).toBe(owners);
  });

  it('promises what was answered, with the policy of the golden path', async () => {
    const file = await render({ objective: 0.999 });
    const { slos, problems } = readSloDocuments([
      { file: 'slos/orders-api.yaml', content: file('slos/orders-api.yaml') },
    ]);
    expect(problems).toEqual([]);
    expect(slos).toEqual([
      expect.objectContaining({
        service: 'orders-api',
        name: 'availability',
        objective: 0.999,
        window: { type: 'rolling', seconds: 2_592_000 },
        indicator: expect.objectContaining({
          form: 'ratio',
          good: 'sum(rate(http_requests_total{job="orders-api",status!~"5.."}[5m]))',
          total: 'sum(rate(http_requests_total{job="orders-api"}[5m]))',
          warnings: [],
        }),
        policy: [
          {
            threshold: 0.5,
            action: 'Reliability review required before next feature release',
            effect: 'review',
          },
          {
            threshold: 1,
            action: 'Feature freeze; all hands on reliability',
            effect: 'freeze',
          },
        ],
      }),
      expect.objectContaining({
        name: 'latency',
        objective: 0.95,
        indicator: expect.objectContaining({
          form: 'latency',
          thresholdSeconds: 0.5,
          warnings: [],
        }),
      }),
    ]);
    expect(file('docs/objectives.md')).toContain('| 99.9 % of the requests');
  });

  it.each([
    ['node', {}],
    ['go', { postUpdateOptions: ['gomodTidy'] }],
    [
      'python',
      {
        'pip-compile': {
          managerFilePatterns: ['/(^|/)requirements(-dev)?\\.txt$/'],
        },
      },
    ],
  ])('keeps the dependencies of %s new', async (language, own) => {
    const file = await render({ language });
    expect(JSON.parse(file('renovate.json'))).toEqual(
      expect.objectContaining({ extends: ['config:best-practices'], ...own }),
    );
  });

  it.each([
    '${{ secrets.TOKEN }} {% raw %} {{ .Values.x }} #{ x }',
    '": "x", "scripts": { "install": "curl" }',
    "it's *bold* & <script>alert(1)</script> - `x`",
  ])('writes the description %j as plain text', async description => {
    const file = await render({ description, language: 'node' });
    expect(parse(file('catalog-info.yaml')).metadata.description).toBe(
      description,
    );
    expect(parse(file('mkdocs.yml')).site_description).toBe(description);
    expect(file('README.md')).not.toContain('<script>');
    const manifest = JSON.parse(file('package.json'));
    expect(manifest.description).toBe(description);
    expect(manifest.scripts).not.toHaveProperty('install');
  });

  it('shows HTML in a description as text, and leaves Markdown to the pages', async () => {
    const file = await render({
      description: '*Takes* <b>orders</b> & [more](https://example.com/)',
    });
    for (const path of ['README.md', 'docs/index.md']) {
      expect(file(path).split('\n')[2]).toBe(
        '*Takes* &lt;b&gt;orders&lt;/b&gt; &amp; [more](https://example.com/)',
      );
    }
  });

  it('locks exact versions by hash, and names no registry', async () => {
    const node = await render({ language: 'node' });
    const { packages } = JSON.parse(node('package-lock.json'));
    const { '': root, ...dependencies } = packages;
    expect(root.name).toBe('orders-api');
    expect(Object.keys(dependencies).length).toBeGreaterThan(20);
    for (const one of Object.values<JsonObject>(dependencies)) {
      expect(one).toMatchObject({
        version: expect.stringMatching(/^\d/),
        integrity: expect.stringMatching(/^sha512-/),
      });
      expect(one).not.toHaveProperty('resolved');
    }

    const go = await render({ language: 'go' });
    expect(go('go.sum')).toMatch(
      /^github\.com\/prometheus\/client_golang v\S+ h1:/m,
    );

    const python = await render({ language: 'python' });
    for (const path of ['requirements.txt', 'requirements-dev.txt']) {
      expect(python(path)).not.toMatch(/https?:/);
      for (const requirement of python(path)
        .split(/\n(?=[a-z])/)
        .slice(1)) {
        expect(requirement).toMatch(/^\S+==\S+[^\n]* \\\n {4}--hash=sha256:/);
      }
    }
  });

  describe.each(['kubernetes-service', 'ecs-service'])('of %s', template => {
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'service-'));
      const description = 'Takes orders, and says so at length. '.repeat(8);
      await renderToFolder({
        template,
        values: { ...answers, description: description.trim() },
        folder,
      });
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('links to files that exist', async () => {
      const service = join(folder, 'orders-api');
      const entries = await readdir(service, { recursive: true });
      const pages = entries.filter(path => path.endsWith('.md'));
      expect(pages).toEqual(
        expect.arrayContaining([
          'README.md',
          'docs/application.md',
          'docs/index.md',
          'docs/objectives.md',
        ]),
      );
      for (const page of pages) {
        const text = await readFile(join(service, page), 'utf8');
        for (const [, link] of text.matchAll(/\]\(([^):#]+)(?:#[^)]*)?\)/g)) {
          const target = relative(service, resolve(service, page, '..', link));
          expect(entries).toContain(target);
        }
      }
    });

    describeWithTools('yamllint')('YAML', () => {
      it('has nothing that yamllint finds', async () => {
        await expect(
          runProgram(
            ['yamllint', '--strict', 'catalog-info.yaml', 'mkdocs.yml', 'slos'],
            { cwd: join(folder, 'orders-api') },
          ),
        ).resolves.toBe('');
      });
    });

    describeWithTools('mkdocs')('documentation', () => {
      it('builds as TechDocs builds it, without a warning', async () => {
        await runProgram(
          ['mkdocs', 'build', '--strict', '--site-dir', join(folder, 'site')],
          { cwd: join(folder, 'orders-api') },
        );
        const page = await readFile(
          join(folder, 'site/objectives/index.html'),
          'utf8',
        );
        expect(page).toContain('99.5 % of the requests');
      });
    });
  });
});
