import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Provenance } from '@golden-path/backstage-plugin-golden-path-common';
import { join } from 'node:path';
import {
  TemplateRenderer,
  type Rendering,
} from '../rendering/TemplateRenderer';
import { TEMPLATES } from './__testUtils__/renderTemplate';

// Whole services are rendered and checked.
jest.setTimeout(120_000);

const LANGUAGES = ['node', 'go', 'python'];

const SERVICES = ['kubernetes-service', 'ecs-service'].flatMap(template =>
  LANGUAGES.map(language => ({ template, language })),
);

const ANSWERS = {
  name: 'orders-api',
  description: 'Takes orders',
  owner: 'group:default/shop',
  exposure: 'internal',
  repository: 'https://git.example.com/shop/orders-api.git',
};

const group: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

describe('templates of services', () => {
  let renderer: TemplateRenderer;
  const renderings = new Map<string, Promise<Rendering>>();

  beforeAll(async () => {
    renderer = await TemplateRenderer.start({
      entities: [group],
      remotes: ['https://git.example.com'],
    });
  });

  afterAll(() => renderer?.stop());

  const render = (template: string, values: JsonObject) =>
    renderer.render({
      folder: join(TEMPLATES, template),
      values: { ...ANSWERS, ...values },
    });

  /** Once for all tests. */
  function rendered(template: string, language: string): Promise<Rendering> {
    const key = `${template} ${language}`;
    if (!renderings.has(key)) {
      renderings.set(key, render(template, { language }));
    }
    return renderings.get(key)!;
  }

  describe.each(SERVICES)(
    '$template in $language',
    ({ template, language }) => {
      it('has no finding', async () => {
        const { validation } = await rendered(template, language);
        expect(validation?.findings).toEqual([]);
        expect(validation?.rulesPassed).toBeGreaterThan(10);
      });

      it('notes each file of the repository, as it is', async () => {
        const { files } = await rendered(template, language);
        const { files: noted, ...provenance }: Provenance = JSON.parse(
          String(files.get('orders-api/.golden-path.json')),
        );
        expect(provenance).toMatchObject({
          template,
          version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
          digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
          answers: { ...ANSWERS, language },
        });
        const own = [...files]
          .filter(([path]) => path.startsWith('orders-api/'))
          .map(([path, content]): [string, Buffer] => [
            path.slice('orders-api/'.length),
            content,
          ])
          .filter(([path]) => path !== '.golden-path.json');
        expect(
          Object.fromEntries(
            Object.entries(noted).map(([path, { sha256 }]) => [path, sha256]),
          ),
        ).toEqual(
          Object.fromEntries(
            own.map(([path, content]) => [
              path,
              createHash('sha256').update(content).digest('hex'),
            ]),
          ),
        );
      });

      it('leaves nothing unrendered, and no empty file', async () => {
        const { files } = await rendered(template, language);
        const unrendered = [...files].filter(
          ([path, content]) =>
            /\$\{\{ *values\.|\{% *(end)?raw/.test(`${path}${content}`) ||
            (content.length === 0 && !path.endsWith('/__init__.py')),
        );
        expect(unrendered.map(([path]) => path)).toEqual([]);
        expect(
          [...files.keys()].filter(path => path.includes('.parts')),
        ).toEqual([]);
      });
    },
  );

  it.each(['kubernetes-service', 'ecs-service'])(
    'makes identical bytes twice: %s',
    async template => {
      const [first, second] = [
        await rendered(template, 'go'),
        await render(template, { language: 'go' }),
      ];
      const text = ({ files }: Rendering) =>
        [...files].map(([path, content]) => `${path}\n${content}`);
      expect(text(second)).toEqual(text(first));
    },
  );

  it.each(['kubernetes-service', 'ecs-service'])(
    'says before anything is made that an owner is no group: %s',
    async template => {
      const { validation } = await render(template, {
        language: 'go',
        owner: 'group:default/nobody',
      });
      expect(validation?.findings).toEqual([
        {
          file: 'orders-api/catalog-info.yaml',
          line: expect.any(Number),
          rule: 'catalog-info',
          severity: 'error',
          message:
            "spec.owner is 'group:default/nobody', which is not in the catalog; expected a group.",
          fix: 'Answer with a group that the catalog has.',
        },
      ]);
    },
  );

  it.each(['kubernetes-service', 'ecs-service'])(
    'refuses a repository that the portal may not write to: %s',
    async template => {
      await expect(
        render(template, {
          language: 'go',
          repository: 'https://git.elsewhere.example.com/orders-api.git',
        }),
      ).rejects.toThrow(
        'The portal does not write to https://git.elsewhere.example.com/orders-api.git; expected a repository below https://git.example.com/ or on a host of',
      );
    },
  );

  it.each(['kubernetes-service', 'ecs-service'])(
    'says who needs access where CODEOWNERS names a team of GitHub: %s',
    async template => {
      const said = async (values: JsonObject) => {
        const { output } = await render(template, {
          language: 'go',
          ...values,
        });
        return (output.text as Array<{ content: string }>)[0].content;
      };
      const repository = 'https://github.com/Acme/orders-api';
      expect(await said({ repository })).toMatch(
        /^3\. .*\n4\. Give the GitHub team `Acme\/shop` write access to the repository, or name another in `CODEOWNERS`/m,
      );
      expect(await said({})).not.toMatch(/GitHub|^4\./m);
    },
  );

  it('notes no answer that nobody asked for', async () => {
    const { files } = await render('kubernetes-service', {
      language: 'go',
      host: 'orders.example.com',
      foo: 'bar',
      check: 'sha256:0',
    });
    const { answers }: Provenance = JSON.parse(
      String(files.get('orders-api/.golden-path.json')),
    );
    expect(answers).toMatchObject({ host: 'orders.example.com' });
    expect(answers).not.toHaveProperty('foo');
    expect(answers).not.toHaveProperty('check');
  });

  it('says before anything is made that a service is in its GitOps repository', async () => {
    const { validation } = await render('kubernetes-service', {
      language: 'go',
      gitops: ANSWERS.repository,
    });
    expect(validation?.findings).toEqual([
      expect.objectContaining({
        file: 'orders-api/catalog-info.yaml',
        line: 1,
        rule: 'catalog-info',
        severity: 'error',
        message:
          "The service's repository, https://git.example.com/shop/orders-api, is its GitOps repository, too; expected two.",
      }),
    ]);
  });

  it.each([
    ['https://gitlab.com/shop/orders-api', 'gitlab.com'],
    ['github.com?owner=shop&repo=orders-api', 'github.com'],
  ])('has actions that make %s', async (repository, host) => {
    const { output } = await render('kubernetes-service', {
      language: 'go',
      repository,
    });
    expect(output.links).toContainEqual(
      expect.objectContaining({ url: `https://${host}/shop/orders-api` }),
    );
  });
});
