import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderToFolder } from '../__testUtils__/renderToFolder';
import { Chart } from './__testUtils__/Chart';
import { coverPairs } from './__testUtils__/coverPairs';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { kubeconform } from './__testUtils__/kubeconform';
import { onlyOf } from './__testUtils__/onlyOf';

jest.setTimeout(180_000);

/** What a team may set, by where it is set; undefined leaves the chart's own. */
const dimensions = {
  replicaCount: [undefined, 0, 1, 5],
  autoscaling: [undefined, { enabled: true, minReplicas: 1, maxReplicas: 1 }],
  podDisruptionBudget: [
    undefined,
    { enabled: false },
    { minAvailable: 1 },
    { minAvailable: '60%' },
    { maxUnavailable: '50%' },
  ],
  ingress: [
    undefined,
    { enabled: true, host: 'orders.example.com' },
    { enabled: true, host: 'orders.example.com', annotations: null },
  ],
  networkPolicy: [
    undefined,
    { callers: [{ namespace: 'shop', name: 'shop' }] },
    {
      egress: [
        { cidr: '0.0.0.0/0', port: 443 },
        { cidr: '::/0', port: 443 },
        { namespace: 'stock', name: 'stock', port: 53, protocol: 'UDP' },
      ],
    },
  ],
  monitoring: [undefined, { enabled: false }, { page: false, labels: {} }],
  rbac: [
    undefined,
    {
      rules: [
        {
          apiGroups: ['apps'],
          resources: ['deployments/scale'],
          verbs: ['get'],
        },
      ],
    },
  ],
  env: [undefined, { A: 'yes', B: '1', C: 'a: "b"\n{{ .Release.Name }}' }],
  secretEnv: [undefined, { TOKEN: { name: 'a.b', key: 'token' } }],
  startupProbe: [undefined, { httpGet: null, exec: { command: ['true'] } }],
  livenessProbe: [
    undefined,
    { httpGet: null, tcpSocket: { port: 'http' }, initialDelaySeconds: 30 },
  ],
  placement: [
    undefined,
    {
      nodeSelector: { pool: 'gpu' },
      tolerations: [
        { key: 'ml-workload', value: 'true', effect: 'NoSchedule' },
      ],
    },
  ],
} as const;

/** Each pair of what may be set. */
const combinations = coverPairs<Record<string, any>>(dimensions).map(
  ({ placement, ...values }) => ({ ...values, ...placement }),
);

describeWithTools('helm', 'kubeconform')('the values of a chart', () => {
  let folder: string;
  let chart: Chart;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kubernetes-service-'));
    await renderToFolder({
      template: 'kubernetes-service',
      values: {
        name: 'orders-api',
        owner: 'group:default/shop',
        language: 'node',
        exposure: 'internal',
      },
      folder,
    });
    chart = new Chart({
      folder: join(folder, 'orders-api'),
      name: 'orders-api',
    });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('make what Kubernetes understands, whatever is set together', async () => {
    const files: string[] = [];
    for (const [index, values] of combinations.entries()) {
      const file = join(folder, `${index}.yaml`);
      await writeFile(file, await chart.text({ values }));
      files.push(file);
    }
    expect(await kubeconform(files)).toEqual([]);
  });

  it('may be what only an escape hatch allows', async () => {
    // A schema could not be waived; the policies judge these.
    const manifests = await chart.render({
      values: {
        resources: { limits: { 'nvidia.com/gpu': 1 } },
        securityContext: {
          privileged: true,
          allowPrivilegeEscalation: true,
          readOnlyRootFilesystem: false,
          runAsNonRoot: false,
          runAsUser: 0,
          capabilities: { add: ['SYS_ADMIN'] },
        },
        nodeSelector: { pool: 'gpu' },
        tolerations: [
          { key: 'ml-workload', value: 'true', effect: 'NoSchedule' },
        ],
      },
    });
    expect(onlyOf(manifests, 'Deployment').spec.template.spec).toMatchObject({
      nodeSelector: { pool: 'gpu' },
      tolerations: [
        { key: 'ml-workload', value: 'true', effect: 'NoSchedule' },
      ],
      containers: [
        {
          securityContext: { privileged: true, runAsUser: 0 },
          resources: { limits: { 'nvidia.com/gpu': 1, memory: '512Mi' } },
        },
      ],
    });
  });
});
