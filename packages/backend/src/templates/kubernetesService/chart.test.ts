import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderToFolder } from '../__testUtils__/renderToFolder';
import { SEED_VALUES } from './__fixtures__/seedValues';
import { Chart, IMAGE, type Manifest } from './__testUtils__/Chart';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { onlyOf } from './__testUtils__/onlyOf';

jest.setTimeout(120_000);

/** Its templates are the same for every answer. */
describeWithTools('helm')('the chart of a Kubernetes service', () => {
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

  async function deployment(values: object = {}) {
    return onlyOf(await chart.render({ values }), 'Deployment');
  }

  async function container(values: object = {}) {
    const { containers } = (await deployment(values)).spec.template.spec;
    expect(containers).toHaveLength(1);
    return containers[0];
  }

  async function budget(values: object) {
    const { spec } = onlyOf(
      await chart.render({ values }),
      'PodDisruptionBudget',
    );
    const { minAvailable, maxUnavailable } = spec;
    return { minAvailable, maxUnavailable };
  }

  async function policy(name: string, values: object) {
    const manifests = await chart.render({ values });
    return manifests.find(
      ({ kind, metadata }) =>
        kind === 'NetworkPolicy' && metadata.name === `orders-api-${name}`,
    )?.spec;
  }

  describe('image', () => {
    it('is pulled by digest, and says its commit', async () => {
      const { image, imagePullPolicy } = await container();
      expect(image).toBe(
        `ghcr.io/example/orders-api:${IMAGE.tag}@${IMAGE.digest}`,
      );
      expect(imagePullPolicy).toBe('IfNotPresent');
    });

    it.each([
      ['image.tag is empty; expected the full commit SHA', {}],
      ['image.tag is empty', { digest: IMAGE.digest }],
      ['image.digest is empty; expected the digest', { tag: IMAGE.tag }],
    ])('is refused where %s', async (words, image) => {
      expect(await chart.refusal({ image })).toContain(words);
    });

    it.each([
      ['tag', { tag: 'latest' }],
      ['tag', { tag: '0123456' }],
      ['tag', { tag: IMAGE.tag.toUpperCase() }],
      ['digest', { digest: 'sha256:123' }],
      ['repository', { repository: 'ghcr.io/example/orders-api:latest' }],
      ['repository', { repository: 'orders-api' }],
      ['repository', { repository: 'ghcr.io/Example/orders-api' }],
    ])('refuses a %s like %j', async (field, image) => {
      expect(await chart.refusal({ values: { image } })).toContain(
        `image.${field}`.replace('.', '/'),
      );
    });
  });

  it('names one port, which everything uses', async () => {
    const manifests = await chart.render({
      values: {
        service: { port: 9090 },
        ingress: { enabled: true, host: 'a.example.com' },
      },
    });
    const [{ ports, env, ...probed }] = onlyOf(manifests, 'Deployment').spec
      .template.spec.containers;
    expect(ports).toEqual([
      { name: 'http', containerPort: 9090, protocol: 'TCP' },
    ]);
    expect(env).toEqual([{ name: 'PORT', value: '9090' }]);
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
      expect(probed[probe].httpGet.port).toBe('http');
    }
    expect(onlyOf(manifests, 'Service').spec.ports).toEqual([
      expect.objectContaining({ name: 'http', port: 9090, targetPort: 'http' }),
    ]);
    expect(onlyOf(manifests, 'ServiceMonitor').spec.endpoints[0].port).toBe(
      'http',
    );
    const [rule] = onlyOf(manifests, 'Ingress').spec.rules;
    expect(rule.http.paths[0].backend.service.port).toEqual({ name: 'http' });
    const allowed = manifests
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .flatMap(({ spec }) => spec.ingress ?? [])
      .flatMap(({ ports: open }) => open);
    expect(allowed).toEqual([
      { protocol: 'TCP', port: 9090 },
      { protocol: 'TCP', port: 9090 },
    ]);
  });

  it('asks whether pods have started, live and are ready', async () => {
    const { startupProbe, livenessProbe, readinessProbe } = await container();
    expect(startupProbe.httpGet.path).toBe('/healthz');
    expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBe(60);
    expect(livenessProbe.httpGet.path).toBe('/healthz');
    expect(readinessProbe.httpGet.path).toBe('/readyz');
    expect(livenessProbe.initialDelaySeconds).toBeUndefined();
  });

  it('takes another kind of probe for one of its own', async () => {
    const { livenessProbe } = await container({
      livenessProbe: { httpGet: null, grpc: { port: 8080 } },
    });
    expect(livenessProbe.httpGet).toBeUndefined();
    expect(livenessProbe.grpc).toEqual({ port: 8080 });
  });

  it('runs as nobody, and writes to /tmp only', async () => {
    const { spec } = (await deployment()).spec.template;
    expect(spec.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      fsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    const [{ securityContext, volumeMounts }] = spec.containers;
    expect(securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(volumeMounts).toEqual([{ name: 'tmp', mountPath: '/tmp' }]);
    expect(spec.volumes).toEqual([
      { name: 'tmp', emptyDir: { sizeLimit: '128Mi' } },
    ]);
  });

  it('requests and limits what can run out', async () => {
    const { resources } = await container();
    expect(resources).toEqual({
      requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
      limits: { cpu: '500m', memory: '512Mi', 'ephemeral-storage': '256Mi' },
    });
  });

  it('spreads replicas, but rather runs them together than not at all', async () => {
    const { affinity, topologySpreadConstraints } = (await deployment()).spec
      .template.spec;
    const { podAntiAffinity } = affinity;
    expect(Object.keys(podAntiAffinity)).toEqual([
      'preferredDuringSchedulingIgnoredDuringExecution',
    ]);
    const selector = {
      matchLabels: {
        'app.kubernetes.io/name': 'orders-api',
        'app.kubernetes.io/instance': 'orders-api',
      },
    };
    const [{ podAffinityTerm }] =
      podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution;
    expect(podAffinityTerm).toEqual({
      topologyKey: 'kubernetes.io/hostname',
      labelSelector: selector,
    });
    expect(topologySpreadConstraints).toEqual([
      expect.objectContaining({
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: selector,
      }),
    ]);
  });

  it('leaves the number of replicas to the autoscaler where there is one', async () => {
    const fixed = await chart.render({ values: { replicaCount: 3 } });
    expect(onlyOf(fixed, 'Deployment').spec.replicas).toBe(3);
    expect(fixed.map(({ kind }) => kind)).not.toContain(
      'HorizontalPodAutoscaler',
    );
    const scaled = await chart.render({
      values: { autoscaling: { enabled: true } },
    });
    expect(onlyOf(scaled, 'Deployment').spec).not.toHaveProperty('replicas');
    expect(onlyOf(scaled, 'HorizontalPodAutoscaler').spec).toMatchObject({
      scaleTargetRef: { kind: 'Deployment', name: 'orders-api' },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        { resource: { name: 'cpu', target: { averageUtilization: 70 } } },
      ],
    });
  });

  it('refuses an autoscaler that begins above its end', async () => {
    const autoscaling = { enabled: true, minReplicas: 11 };
    expect(await chart.refusal({ values: { autoscaling } })).toContain(
      'autoscaling.minReplicas is 11, more than autoscaling.maxReplicas, which is 10',
    );
  });

  describe('disruption budget', () => {
    it.each<[object, object, object]>([
      // [budget, other values, expected]
      [{}, {}, { maxUnavailable: 1 }],
      [{}, { replicaCount: 1 }, { maxUnavailable: 1 }],
      [{ minAvailable: 1 }, {}, { minAvailable: 1 }],
      [{ minAvailable: 0 }, {}, { minAvailable: 0 }],
      [{ minAvailable: '50%' }, {}, { minAvailable: '50%' }],
      [{ maxUnavailable: 2 }, {}, { maxUnavailable: 2 }],
      [{ maxUnavailable: '25%' }, {}, { maxUnavailable: '25%' }],
      // Of what follows, no pod could ever be evicted.
      [{ minAvailable: 1 }, { replicaCount: 1 }, { maxUnavailable: 1 }],
      [{ minAvailable: 1 }, { replicaCount: 0 }, { maxUnavailable: 1 }],
      [{ minAvailable: 2 }, {}, { maxUnavailable: 1 }],
      [{ minAvailable: 9 }, {}, { maxUnavailable: 1 }],
      [{ minAvailable: '100%' }, {}, { maxUnavailable: 1 }],
      // 51 % of 2 are 1.02, which Kubernetes rounds up to 2.
      [{ minAvailable: '51%' }, {}, { maxUnavailable: 1 }],
      [{ minAvailable: '51%' }, { replicaCount: 3 }, { minAvailable: '51%' }],
      // With an autoscaler, the fewest replicas count.
      [
        { minAvailable: 2 },
        { replicaCount: 9, autoscaling: { enabled: true } },
        { maxUnavailable: 1 },
      ],
      [
        { minAvailable: 2 },
        { replicaCount: 1, autoscaling: { enabled: true, minReplicas: 3 } },
        { minAvailable: 2 },
      ],
    ])('%j with %j is %j', async (podDisruptionBudget, values, expected) => {
      expect(await budget({ ...values, podDisruptionBudget })).toEqual(
        expected,
      );
    });

    it('does not wait for pods that are broken', async () => {
      const { spec } = onlyOf(await chart.render(), 'PodDisruptionBudget');
      expect(spec.unhealthyPodEvictionPolicy).toBe('AlwaysAllow');
    });

    it.each([
      { minAvailable: 1, maxUnavailable: 1 },
      { maxUnavailable: 0 },
      { maxUnavailable: '0%' },
      { minAvailable: '101%' },
      { minAvailable: -1 },
    ])('refuses %j', async podDisruptionBudget => {
      expect(
        await chart.refusal({ values: { podDisruptionBudget } }),
      ).toContain('podDisruptionBudget');
    });
  });

  describe('network', () => {
    it('is closed but for names and metrics', async () => {
      const manifests = await chart.render();
      const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
      expect(policies.map(({ metadata }) => metadata.name).sort()).toEqual([
        'orders-api-allow-dns',
        'orders-api-allow-monitoring',
        'orders-api-default-deny',
      ]);
      expect(await policy('default-deny', {})).toEqual({
        podSelector: {
          matchLabels: {
            'app.kubernetes.io/name': 'orders-api',
            'app.kubernetes.io/instance': 'orders-api',
          },
        },
        policyTypes: ['Ingress', 'Egress'],
      });
      expect((await policy('allow-monitoring', {})).ingress[0].from).toEqual([
        {
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' },
          },
          podSelector: {
            matchLabels: { 'app.kubernetes.io/name': 'prometheus' },
          },
        },
      ]);
    });

    it('lets the ingress controller in only where there is an Ingress', async () => {
      const published = { ingress: { enabled: true, host: 'a.example.com' } };
      const { ingress } = await policy('allow-ingress-controller', published);
      expect(ingress).toEqual([
        {
          from: [
            {
              namespaceSelector: {
                matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' },
              },
            },
          ],
          ports: [{ protocol: 'TCP', port: 8080 }],
        },
      ]);
      expect(await policy('allow-ingress-controller', {})).toBeUndefined();
    });

    it('lets callers in that are named', async () => {
      const callers = [{ namespace: 'shop-production', name: 'shop' }];
      const { ingress } = await policy('allow-callers', {
        networkPolicy: { callers },
      });
      // One peer with both: two would let in the whole namespace.
      expect(ingress[0].from).toEqual([
        {
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': 'shop-production' },
          },
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'shop' } },
        },
      ]);
    });

    it('lets out what is declared, and never to the metadata of a cloud', async () => {
      const { egress } = await policy('allow-egress', {
        networkPolicy: {
          egress: [
            { namespace: 'stock-production', name: 'stock', port: 8080 },
            { cidr: '203.0.113.0/24', port: 443 },
            { cidr: '0.0.0.0/0', port: 443 },
            { cidr: '2001:db8::/32', port: 123, protocol: 'UDP' },
          ],
        },
      });
      expect(egress.map(({ to }: Manifest) => to[0])).toEqual([
        {
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': 'stock-production' },
          },
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'stock' } },
        },
        { ipBlock: { cidr: '203.0.113.0/24' } },
        { ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } },
        { ipBlock: { cidr: '2001:db8::/32' } },
      ]);
      expect(egress.map(({ ports }: Manifest) => ports[0])).toEqual([
        { protocol: 'TCP', port: 8080 },
        { protocol: 'TCP', port: 443 },
        { protocol: 'TCP', port: 443 },
        { protocol: 'UDP', port: 123 },
      ]);
    });

    it.each([
      { name: 'stock', port: 1 },
      { cidr: '203.0.113.0/24', namespace: 'stock-production', port: 1 },
      { cidr: 'example.com', port: 443 },
      { cidr: '203.0.113.0/33', port: 443 },
      { cidr: '203.0.113.0/24' },
    ])('refuses to let out to %j', async egress => {
      const values = { networkPolicy: { egress: [egress] } };
      expect(await chart.refusal({ values })).toContain('networkPolicy/egress');
    });
  });

  describe('Kubernetes API', () => {
    it('is closed, and there is no token for it', async () => {
      const manifests = await chart.render();
      expect(manifests.map(({ kind }) => kind)).not.toContain('Role');
      expect(onlyOf(manifests, 'ServiceAccount')).toMatchObject({
        metadata: { name: 'orders-api' },
        automountServiceAccountToken: false,
      });
      expect(onlyOf(manifests, 'Deployment').spec.template.spec).toMatchObject({
        serviceAccountName: 'orders-api',
        automountServiceAccountToken: false,
      });
    });

    it('is open for what is named, in the own namespace', async () => {
      const rules = [
        {
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['prices'],
          verbs: ['get', 'watch'],
        },
      ];
      const manifests = await chart.render({ values: { rbac: { rules } } });
      expect(onlyOf(manifests, 'Role').rules).toEqual(rules);
      expect(onlyOf(manifests, 'RoleBinding')).toMatchObject({
        roleRef: { kind: 'Role', name: 'orders-api' },
        subjects: [{ kind: 'ServiceAccount', name: 'orders-api' }],
      });
      expect(
        onlyOf(manifests, 'Deployment').spec.template.spec
          .automountServiceAccountToken,
      ).toBe(true);
    });

    it.each(['apiGroups', 'resources', 'verbs'])(
      'is never open for all %s',
      async field => {
        const rule = {
          apiGroups: [''],
          resources: ['pods'],
          verbs: ['get'],
          [field]: ['*'],
        };
        const values = { rbac: { rules: [rule] } };
        expect(await chart.refusal({ values })).toContain(`rules/0/${field}`);
      },
    );
  });

  it('is published with TLS, and only on demand', async () => {
    const internal = await chart.render();
    expect(internal.map(({ kind }) => kind)).not.toContain('Ingress');
    const manifests = await chart.render({
      values: { ingress: { enabled: true, host: 'orders.example.com' } },
    });
    expect(onlyOf(manifests, 'Ingress').spec).toMatchObject({
      ingressClassName: 'nginx',
      tls: [{ hosts: ['orders.example.com'], secretName: 'orders-api-tls' }],
      rules: [{ host: 'orders.example.com' }],
    });
    expect(
      await chart.refusal({ values: { ingress: { enabled: true } } }),
    ).toContain('ingress.host is empty; expected the host name');
  });

  it('is measured under its own name', async () => {
    const manifests = await chart.render({ release: 'orders-api-canary' });
    const { spec, metadata } = onlyOf(manifests, 'ServiceMonitor');
    const { labels } = onlyOf(manifests, 'Service').metadata;
    expect(labels[spec.jobLabel]).toBe('orders-api');
    expect(labels).toMatchObject(spec.selector.matchLabels);
    expect(spec.namespaceSelector.matchNames).toEqual([
      'orders-api-production',
    ]);
    expect(metadata.labels.release).toBe('kube-prometheus-stack');
  });

  it('does without the Prometheus operator where there is none', async () => {
    const manifests = await chart.render({
      values: { monitoring: { enabled: false } },
    });
    const kinds = manifests.map(({ kind }) => kind);
    expect(kinds).not.toContain('ServiceMonitor');
    expect(kinds).not.toContain('PrometheusRule');
    expect(manifests.map(({ metadata }) => metadata.name)).not.toContain(
      'orders-api-allow-monitoring',
    );
  });

  it('takes environment variables and secrets', async () => {
    const { env } = await container({
      env: { LOG_LEVEL: 'debug', DEBUG: 'true' },
      secretEnv: { TOKEN: { name: 'orders-api', key: 'token' } },
    });
    expect(env).toEqual([
      { name: 'PORT', value: '8080' },
      { name: 'DEBUG', value: 'true' },
      { name: 'LOG_LEVEL', value: 'debug' },
      {
        name: 'TOKEN',
        valueFrom: { secretKeyRef: { name: 'orders-api', key: 'token' } },
      },
    ]);
  });

  it.each<[string, object]>([
    ["'replicas' not allowed", { replicas: 2 }],
    ["'pullSecret' not allowed", { image: { pullSecret: 'x' } }],
    ["'request' not allowed", { resources: { request: {} } }],
    ["'mem' not allowed", { resources: { limits: { mem: '1Gi' } } }],
    ["'delay' not allowed", { readinessProbe: { delay: 1 } }],
    ["'fsGroup' not allowed", { securityContext: { fsGroup: 1 } }],
    ["'privileged' not allowed", { podSecurityContext: { privileged: true } }],
    ["'A B' not allowed", { env: { 'A B': '1' } }],
    ['/env/PORT', { env: { PORT: '1' } }],
    ['/env/RETRIES', { env: { RETRIES: 3 } }],
    ['/resources/limits/memory', { resources: { limits: { memory: '1GB' } } }],
    ['/livenessProbe', { livenessProbe: { tcpSocket: { port: 1 } } }],
    ['/livenessProbe', { livenessProbe: { httpGet: null } }],
    ['/service/type', { service: { type: 'LoadBalancer' } }],
    ['/service/port', { service: { port: 80 } }],
    ['/ingress/host', { ingress: { host: 'https://example.com' } }],
    ['/slo/availability', { slo: { availability: { objective: 99.5 } } }],
    ['/slo/latency', { slo: { latency: { thresholdSeconds: 0.3 } } }],
    ['/autoscaling/enabled', { autoscaling: { enabled: 'yes' } }],
  ])('says %s of %j', async (words, values) => {
    expect(await chart.refusal({ values })).toContain(words);
  });

  it('renders the values that the mission gives', async () => {
    const file = join(folder, 'seed-values.yaml');
    await writeFile(file, SEED_VALUES);
    // Required, as the file says
    expect(await chart.refusal({ files: [file], image: {} })).toContain(
      'image.repository is empty',
    );

    const repository = 'registry.example.com/platform/orders-api';
    const manifests = await chart.render({
      files: [file],
      values: { image: { repository } },
    });
    const { spec } = onlyOf(manifests, 'Deployment');
    expect(spec.replicas).toBe(2);
    const [rendered] = spec.template.spec.containers;
    expect(rendered).toMatchObject({
      image: `${repository}:${IMAGE.tag}@${IMAGE.digest}`,
      resources: {
        requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
        limits: { cpu: '500m', memory: '512Mi', 'ephemeral-storage': '256Mi' },
      },
      livenessProbe: {
        httpGet: { path: '/healthz', port: 8080 },
        initialDelaySeconds: 30,
        periodSeconds: 10,
        failureThreshold: 3,
      },
      readinessProbe: {
        httpGet: { path: '/readyz', port: 8080 },
        initialDelaySeconds: 5,
        periodSeconds: 5,
      },
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1000,
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    });
    // minAvailable is theirs, maxUnavailable was only a default.
    const { minAvailable, maxUnavailable } = onlyOf(
      manifests,
      'PodDisruptionBudget',
    ).spec;
    expect({ minAvailable, maxUnavailable }).toEqual({ minAvailable: 1 });
    expect(manifests.map(({ kind }) => kind)).not.toContain(
      'HorizontalPodAutoscaler',
    );
  });
});
