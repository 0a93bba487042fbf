import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSloDocuments } from '@golden-path/backstage-plugin-slo-common';
import { globSync } from 'tinyglobby';
import { parse, parseAllDocuments } from 'yaml';
import { renderToFolder } from '../__testUtils__/renderToFolder';
import { gatekeeperVerdicts } from '../policies/__testUtils__/gatekeeperVerdicts';
import { Chart } from './__testUtils__/Chart';
import { coverPairs } from './__testUtils__/coverPairs';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { kubeconform } from './__testUtils__/kubeconform';
import { onlyOf } from './__testUtils__/onlyOf';
import { runTool } from './__testUtils__/runTool';

jest.setTimeout(300_000);

const small = {
  cpuRequest: '100m',
  cpuLimit: '500m',
  memoryRequest: '128Mi',
  memoryLimit: '512Mi',
};

const dimensions = {
  language: ['node', 'go', 'python'],
  exposure: ['internal', 'public'],
  autoscaling: [true, false],
  name: ['a', 'orders-api', 'a2345678901234567890-234567890123456789z'],
  description: ['Orders of the shop', ''],
  host: ['orders.example.com', undefined],
  objective: [0.995, 0.5, 99.999],
  resources: [
    small,
    { ...small, cpuRequest: '1.5', cpuLimit: '2' },
    { ...small, memoryRequest: '2Gi', memoryLimit: '2Gi' },
  ],
  repository: [
    undefined,
    'https://git.example.com/shop/orders-api.git',
    'gitlab.com?owner=shop&repo=orders-api',
  ],
  registry: [undefined, 'registry.example.com:5000/shop/services'],
} as const;

/** Every language, exposure and scaling together, and every pair of all answers. */
const combinations = coverPairs<Record<string, any>>(
  dimensions,
  dimensions.language.flatMap(language =>
    dimensions.exposure.flatMap(exposure =>
      dimensions.autoscaling.map(autoscaling => ({
        language,
        exposure,
        autoscaling,
      })),
    ),
  ),
);

/** A service that the template made, and what it deploys. */
interface Service {
  answers: Record<string, any>;
  folder: string;
  name: string;
  /** Paths of the manifests that Helm renders for an environment. */
  manifests: Record<string, string>;
}

describeWithTools(
  'gator',
  'helm',
  'kubeconform',
  'kube-score',
  'promtool',
  'yamllint',
)('a Kubernetes service, for any answers', () => {
  let root: string;
  const services: Service[] = [];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'kubernetes-services-'));
    for (const [index, answers] of combinations.entries()) {
      const folder = join(root, String(index));
      await renderToFolder({
        template: 'kubernetes-service',
        values: JSON.parse(
          JSON.stringify({
            ...answers,
            owner: 'group:default/shop',
            system: 'shop',
            // A host is asked for where the service is public.
            host: answers.exposure === 'public' ? answers.host : undefined,
          }),
        ),
        folder,
      });
      const { name } = answers;
      const chart = new Chart({ folder: join(folder, name), name });
      const manifests: Record<string, string> = {};
      for (const environment of ['staging', 'production']) {
        manifests[environment] = join(folder, `${environment}.yaml`);
        await writeFile(
          manifests[environment],
          await chart.text({
            namespace: `${name}-${environment}`,
            files: [valuesOf({ folder, name }, environment)],
          }),
        );
      }
      services.push({ answers, folder, name, manifests });
    }
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  const allManifests = () =>
    services.flatMap(({ manifests }) => Object.values(manifests));

  it('has a chart without a warning', async () => {
    const { code, stdout, stderr } = await runTool('helm', [
      ...['lint', '--strict', '--quiet'],
      ...services.map(({ folder, name }) => join(folder, name, 'charts', name)),
    ]);
    expect({
      code,
      stdout: stdout.trim(),
      stderr: stderr.replace(/^.*Missing required value.*\n/gm, ''),
    }).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('deploys what Kubernetes and its operators understand', async () => {
    expect(
      await kubeconform([
        ...allManifests(),
        ...services.flatMap(({ folder }) =>
          ['projects', 'applicationsets', 'namespaces'].flatMap(kind =>
            globSync(`gitops/${kind}/*.yaml`, { cwd: folder, absolute: true }),
          ),
        ),
      ]),
    ).toEqual([]);
  });

  it('deploys nothing that kube-score finds fault with', async () => {
    // One by one: services of the same name would be taken for one.
    for (const file of allManifests()) {
      const { code, stdout, stderr } = await runTool('kube-score', [
        ...['score', '--output-format', 'ci', '--kubernetes-version', 'v1.35'],
        ...['--enable-optional-test', 'container-seccomp-profile'],
        ...['--enable-optional-test', 'container-ports-check'],
        file,
      ]);
      const findings = stdout
        .split('\n')
        .filter(line => /^\[(CRITICAL|WARNING)\]/.test(line));
      expect({ code, findings, stderr }).toEqual({
        code: 0,
        findings: [],
        stderr: '',
      });
      expect(stdout).toContain('[OK]');
    }
  });

  it('deploys what the policies of clusters admit', async () => {
    const objects: object[] = [];
    for (const { answers, manifests } of services) {
      // The constraints name one registry, as an example.
      if (answers.registry === undefined) {
        for (const file of Object.values(manifests)) {
          objects.push(
            ...parseAllDocuments(await readFile(file, 'utf8'))
              .map(document => document.toJS())
              .filter(Boolean),
          );
        }
      }
    }
    expect(objects.length).toBeGreaterThan(100);
    expect(await gatekeeperVerdicts(objects)).toEqual(new Map());
  });

  it('has rules that Prometheus reads', async () => {
    const files: string[] = [];
    for (const { manifests } of services) {
      for (const file of Object.values(manifests)) {
        const [rule] = parseAllDocuments(await readFile(file, 'utf8'))
          .map(document => document.toJS())
          .filter(manifest => manifest?.kind === 'PrometheusRule');
        const rules = `${file}.rules.json`;
        await writeFile(rules, JSON.stringify(rule.spec));
        files.push(rules);
      }
    }
    const { code, stdout, stderr } = await runTool('promtool', [
      'check',
      'rules',
      ...files,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/SUCCESS/g)).toHaveLength(2 * services.length);
  });

  it('has YAML as others write it', async () => {
    const files = services.flatMap(({ folder, name }) => [
      ...globSync('gitops/**/*.yaml', { cwd: folder, absolute: true }),
      ...globSync(`${name}/charts/*/{*,tests/*}.yaml`, {
        cwd: folder,
        absolute: true,
      }),
    ]);
    const { code, stdout } = await runTool('yamllint', [
      '--strict',
      '--config-data',
      // Names of 40 characters need more than 80 in a line.
      '{extends: default, rules: {line-length: {max: 160}}}',
      ...files,
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('deploys what was answered', async () => {
    for (const { answers, folder, name } of services) {
      const chart = new Chart({ folder: join(folder, name), name });
      const production = await chart.render({
        files: [valuesOf({ folder, name }, 'production')],
      });
      const staging = await chart.render({
        files: [valuesOf({ folder, name }, 'staging')],
      });

      const { resources, image } = onlyOf(production, 'Deployment').spec
        .template.spec.containers[0];
      expect(resources.requests).toMatchObject({
        cpu: quantity(answers.resources.cpuRequest),
        memory: answers.resources.memoryRequest,
      });
      expect(resources.limits).toMatchObject({
        cpu: quantity(answers.resources.cpuLimit),
        memory: answers.resources.memoryLimit,
      });
      expect(image).toContain(
        `${answers.registry ?? 'ghcr.io/example'}/${name}:`,
      );

      const kinds = production.map(({ kind }) => kind);
      expect(kinds.includes('HorizontalPodAutoscaler')).toBe(
        answers.autoscaling,
      );
      expect(staging.map(({ kind }) => kind)).not.toContain(
        'HorizontalPodAutoscaler',
      );

      const host = answers.host ?? `${name}.example.com`;
      const hosts = [production, staging].map(manifests =>
        manifests
          .filter(({ kind }) => kind === 'Ingress')
          .map(({ spec }) => spec.rules[0].host),
      );
      expect(hosts).toEqual(
        answers.exposure === 'public'
          ? [[host], [`staging.${host}`]]
          : [[], []],
      );
    }
  });

  it('alerts on what its objectives promise', async () => {
    for (const { folder, name } of services) {
      const values = parse(
        await readFile(
          join(folder, name, 'charts', name, 'values.yaml'),
          'utf8',
        ),
      );
      const file = `slos/${name}.yaml`;
      const content = await readFile(join(folder, name, file), 'utf8');
      const { slos, problems } = readSloDocuments([{ file, content }]);
      expect(problems).toEqual([]);
      expect(
        slos.map(slo => [
          slo.name,
          {
            objective: slo.objective,
            ...(slo.indicator.form === 'latency' && {
              thresholdSeconds: slo.indicator.thresholdSeconds,
            }),
          },
        ]),
      ).toEqual(Object.entries(values.slo));
    }
  });
});

function valuesOf(
  service: Pick<Service, 'folder' | 'name'>,
  environment: string,
): string {
  const { folder, name } = service;
  return join(folder, 'gitops/environments', environment, name, 'values.yaml');
}

/** YAML reads `2` as a number; Kubernetes accepts both. */
function quantity(text: string): string | number {
  return /^[0-9.]+$/.test(text) ? Number(text) : text;
}
