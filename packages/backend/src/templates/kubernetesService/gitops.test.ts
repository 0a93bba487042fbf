import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { parseAllDocuments } from 'yaml';
import { renderToFolder } from '../__testUtils__/renderToFolder';
import { Chart, type Manifest } from './__testUtils__/Chart';
import { describeWithTools } from '../__testUtils__/describeWithTools';

jest.setTimeout(120_000);

const REPOSITORY = 'https://git.example.com/shop/orders-api.git';
const GITOPS = 'https://git.example.com/shop/gitops.git';

describe('the GitOps files of a service', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kubernetes-service-'));
    await renderToFolder({
      template: 'kubernetes-service',
      values: {
        name: 'orders-api',
        owner: 'group:default/shop',
        language: 'python',
        exposure: 'public',
        repository: REPOSITORY,
        gitops: GITOPS,
      },
      folder,
    });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function read(path: string): Promise<Manifest[]> {
    const text = await readFile(join(folder, 'gitops', path), 'utf8');
    return parseAllDocuments(text).map(document => document.toJS());
  }

  it('are these, and no others', () => {
    expect(globSync('gitops/**', { cwd: folder, dot: true }).sort()).toEqual([
      'gitops/applicationsets/orders-api.yaml',
      'gitops/environments/production/orders-api/values.yaml',
      'gitops/environments/staging/orders-api/values.yaml',
      'gitops/namespaces/orders-api.yaml',
      'gitops/projects/orders-api.yaml',
    ]);
  });

  it.each(['staging', 'production'])(
    'leave a place for the image of %s',
    async environment => {
      const path = `environments/${environment}/orders-api/values.yaml`;
      const text = await readFile(join(folder, 'gitops', path), 'utf8');
      // The pipeline replaces exactly these lines.
      expect(text).toMatch(/^image:\n {2}tag: ""\n {2}digest: ""$/m);
      expect((await read(path))[0].image).toEqual({ tag: '', digest: '' });
    },
  );

  it('make one application for each environment that has an image', async () => {
    const [{ spec }] = await read('applicationsets/orders-api.yaml');
    const [{ git, selector }] = spec.generators;
    expect(git).toEqual({
      repoURL: GITOPS,
      revision: 'main',
      files: [{ path: 'environments/*/orders-api/values.yaml' }],
    });
    // Argo CD flattens the file's content for this.
    expect(selector.matchExpressions).toEqual([
      { key: 'image.tag', operator: 'Exists' },
      { key: 'image.tag', operator: 'NotIn', values: [''] },
    ]);
    expect(spec.goTemplate).toBe(true);
    expect(spec.goTemplateOptions).toEqual(['missingkey=error']);
    expect(spec.syncPolicy.preserveResourcesOnDeletion).toBe(true);
  });

  it.each(['staging', 'production'])(
    'deploy the chart of the commit whose image runs in %s',
    async environment => {
      const [{ spec }] = await read('applicationsets/orders-api.yaml');
      const { metadata, spec: application } = expand(spec.template, {
        '.image.tag': 'abc',
        '.path.path': `environments/${environment}/orders-api`,
        'index .path.segments 1': environment,
      });
      // As the pipeline waits for it
      expect(metadata.name).toBe(`orders-api-${environment}`);
      const [chart, values] = application.sources;
      expect(chart).toMatchObject({
        repoURL: REPOSITORY,
        targetRevision: 'abc',
        path: 'charts/orders-api',
        helm: { releaseName: 'orders-api' },
      });
      expect(
        existsSync(join(folder, 'orders-api', chart.path, 'Chart.yaml')),
      ).toBe(true);
      expect(values).toEqual({
        repoURL: GITOPS,
        targetRevision: 'main',
        ref: 'values',
      });
      const [file] = chart.helm.valueFiles;
      expect(file).toBe(
        `$values/environments/${environment}/orders-api/values.yaml`,
      );
      expect(existsSync(join(folder, file.replace('$values', 'gitops')))).toBe(
        true,
      );
      expect(application.destination.namespace).toBe(
        `orders-api-${environment}`,
      );
      expect(application.syncPolicy.automated).toEqual({
        prune: true,
        selfHeal: true,
      });
    },
  );

  it('make namespaces that admit restricted pods only, and no traffic', async () => {
    const manifests = await read('namespaces/orders-api.yaml');
    for (const environment of ['staging', 'production']) {
      const name = `orders-api-${environment}`;
      const namespace = manifests.find(
        ({ kind, metadata }) => kind === 'Namespace' && metadata.name === name,
      );
      expect(namespace?.metadata.labels).toMatchObject({
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      });
      expect(namespace?.metadata.annotations).toEqual({
        'argocd.argoproj.io/sync-options': 'Prune=false',
      });
      expect(manifests).toContainEqual({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'default-deny-all', namespace: name },
        spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
      });
    }
    expect(manifests).toHaveLength(4);
  });

  it('bound what the service may deploy, and where', async () => {
    const [{ spec }] = await read('projects/orders-api.yaml');
    expect(spec.sourceRepos).toEqual([REPOSITORY, GITOPS]);
    expect(spec.destinations).toEqual(
      ['staging', 'production'].map(environment => ({
        server: 'https://kubernetes.default.svc',
        namespace: `orders-api-${environment}`,
      })),
    );
    expect(spec.clusterResourceWhitelist).toEqual([]);
    expect(JSON.stringify(spec)).not.toContain('"*"');
    const [{ policies }] = spec.roles;
    expect(policies).toEqual([
      'p, proj:orders-api:pipeline, applications, get, orders-api/*, allow',
    ]);
  });

  describeWithTools('helm')('and the chart', () => {
    it('agree about the kinds of what is deployed', async () => {
      const chart = new Chart({
        folder: join(folder, 'orders-api'),
        name: 'orders-api',
      });
      const everything = await chart.render({
        values: {
          autoscaling: { enabled: true },
          rbac: {
            rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
          },
        },
      });
      const deployed = everything.map(({ apiVersion, kind }) => ({
        group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
        kind,
      }));
      const [{ spec }] = await read('projects/orders-api.yaml');
      expect(new Set(deployed.map(groupKind))).toEqual(
        new Set(spec.namespaceResourceWhitelist.map(groupKind)),
      );
    });
  });
});

function groupKind(value: { group: string; kind: string }): string {
  return `${value.group}/${value.kind}`;
}

/** Fills in what Argo CD's Go templates name; anything else in braces fails. */
function expand(template: object, names: Record<string, string>): Manifest {
  const filled = JSON.stringify(template).replace(
    /\{\{ (.*?) \}\}/g,
    (expression, name) => {
      if (!(name in names)) {
        throw new Error(`Unexpected ${expression}`);
      }
      return names[name];
    },
  );
  return JSON.parse(filled);
}
