import { checkWorkload } from './checkWorkload';
import { isWorkload } from './isWorkload';

const IMAGE = `ghcr.io/example/orders@sha256:${'3f1c'.repeat(16)}`;

/** A container that keeps every policy, and what is said otherwise. */
const container = (fields: object = {}) => ({
  name: 'orders',
  image: IMAGE,
  resources: {
    requests: { cpu: '100m', memory: '128Mi' },
    limits: { cpu: '500m', memory: '512Mi' },
  },
  livenessProbe: { httpGet: { path: '/healthz', port: 8080 } },
  readinessProbe: { httpGet: { path: '/readyz', port: 8080 } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
  ...fields,
});

const podSpec = (fields: object = {}) => ({
  securityContext: {
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containers: [container()],
  ...fields,
});

const pod = (fields: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  spec: podSpec(fields),
});

const withContainer = (fields: object, ofPod: object = {}) =>
  pod({ ...ofPod, containers: [container(fields)] });

/** `rule path` of each violation. */
const broken = (manifest: unknown, registries: string[] = []) =>
  checkWorkload({ manifest, settings: { registries } }).map(
    ({ rule, path }) => `${rule} ${path}`,
  );

const OWN = 'spec.containers[0]';

describe('checkWorkload', () => {
  describe('workloads', () => {
    const bad = podSpec({ hostPID: true });
    it.each<[string, string, object, string]>([
      ['v1', 'Pod', bad, 'spec'],
      [
        'v1',
        'ReplicationController',
        { template: { spec: bad } },
        'spec.template.spec',
      ],
      [
        'apps/v1',
        'Deployment',
        { template: { spec: bad } },
        'spec.template.spec',
      ],
      [
        'apps/v1',
        'StatefulSet',
        { template: { spec: bad } },
        'spec.template.spec',
      ],
      [
        'apps/v1',
        'DaemonSet',
        { template: { spec: bad } },
        'spec.template.spec',
      ],
      [
        'apps/v1',
        'ReplicaSet',
        { template: { spec: bad } },
        'spec.template.spec',
      ],
      [
        'apps/v1beta1',
        'Deployment',
        { template: { spec: bad } },
        'spec.template.spec',
      ],
      ['batch/v1', 'Job', { template: { spec: bad } }, 'spec.template.spec'],
      [
        'batch/v1',
        'CronJob',
        { jobTemplate: { spec: { template: { spec: bad } } } },
        'spec.jobTemplate.spec.template.spec',
      ],
    ])('judges %s %s', (apiVersion, kind, spec, path) => {
      const manifest = { apiVersion, kind, spec };
      expect(isWorkload(manifest)).toBe(true);
      expect(broken(manifest)).toEqual([`security-context ${path}.hostPID`]);
    });

    it.each<[unknown]>([
      [{ apiVersion: 'v1', kind: 'Service', spec: bad }],
      // Somebody else's Deployment, and a Pod of no core API
      [
        {
          apiVersion: 'example.com/v1',
          kind: 'Deployment',
          spec: { template: { spec: bad } },
        },
      ],
      [{ apiVersion: 'apps/v1', kind: 'Pod', spec: bad }],
      [{ apiVersion: 'v1', kind: 'constructor', spec: bad }],
      [{ kind: 'Pod', spec: bad }],
      [{ apiVersion: 1, kind: ['Pod'] }],
      [null],
      [undefined],
      ['Pod'],
      [[]],
    ])('says nothing of %j', manifest => {
      expect(isWorkload(manifest)).toBe(false);
      expect(broken(manifest)).toEqual([]);
    });

    it.each<[unknown]>([
      [{ apiVersion: 'v1', kind: 'Pod' }],
      [{ apiVersion: 'v1', kind: 'Pod', spec: null }],
      [{ apiVersion: 'v1', kind: 'Pod', spec: { containers: 'x' } }],
      [{ apiVersion: 'apps/v1', kind: 'Deployment', spec: [] }],
    ])('has nothing to say of %j without containers', manifest => {
      expect(broken(manifest)).toEqual([]);
    });

    it('finds nothing in a pod that keeps the policies', () => {
      expect(broken(pod(), ['ghcr.io/example'])).toEqual([]);
    });

    it('takes whatever has the wrong type for missing', () => {
      expect(broken(pod({ containers: ['x'], securityContext: 7 }))).toEqual([
        `resource-limits ${OWN}.resources.requests.cpu`,
        `resource-limits ${OWN}.resources.limits.cpu`,
        `resource-limits ${OWN}.resources.requests.memory`,
        `resource-limits ${OWN}.resources.limits.memory`,
        `probes ${OWN}.livenessProbe`,
        `probes ${OWN}.readinessProbe`,
        `read-only-root ${OWN}.securityContext.readOnlyRootFilesystem`,
        `security-context ${OWN}.securityContext.runAsNonRoot`,
        `security-context ${OWN}.securityContext.allowPrivilegeEscalation`,
        `security-context ${OWN}.securityContext.capabilities.drop`,
        `security-context ${OWN}.securityContext.seccompProfile.type`,
        `image-source ${OWN}.image`,
      ]);
    });
  });

  describe('containers', () => {
    const bare = { name: 'extra', image: 'x' };
    const rules = (list: string) => [
      ...new Set(
        checkWorkload({
          manifest: pod({ securityContext: {}, [list]: [bare] }),
          settings: { registries: [] },
        })
          .filter(({ path }) => path.startsWith(`spec.${list}[0]`))
          .filter(({ container: name }) => name === 'extra')
          .map(({ rule }) => rule),
      ),
    ];

    it('asks no probes of those that run before', () => {
      expect(rules('initContainers')).toEqual([
        'resource-limits',
        'read-only-root',
        'security-context',
        'image-source',
      ]);
    });

    it('asks no resources either of those for debugging', () => {
      expect(rules('ephemeralContainers')).toEqual([
        'read-only-root',
        'security-context',
        'image-source',
      ]);
    });

    it.each(['containers', 'initContainers', 'ephemeralContainers'])(
      'finds a privileged one in %s',
      list => {
        const privileged = container({
          securityContext: {
            privileged: true,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
        });
        expect(broken(pod({ [list]: [privileged] }))).toEqual([
          `privileged-container spec.${list}[0].securityContext.privileged`,
        ]);
      },
    );
  });

  describe('resource-limits', () => {
    const resources = (requests: object, limits: object) =>
      checkWorkload({
        manifest: withContainer({ resources: { requests, limits } }),
        settings: { registries: [] },
      }).map(({ path, message, fix }) => [
        path.replace(`${OWN}.resources.`, ''),
        message,
        fix,
      ]);
    const requests = { cpu: '100m', memory: '128Mi' };

    it.each<[object, object]>([
      [requests, { cpu: 0.1, memory: '134217728' }],
      [
        { cpu: '0.1', memory: '128Mi' },
        { cpu: '100m', memory: '0.125Gi' },
      ],
      [
        { cpu: '2', memory: '1G' },
        { cpu: '2000m', memory: '1Gi' },
      ],
    ])('takes %j with limits %j', (asked, limits) => {
      expect(resources(asked, limits)).toEqual([]);
    });

    it.each<[object, string, string, string]>([
      [
        { cpu: '500m', memory: '64Mi' },
        'limits.memory',
        'The memory limit 64Mi is below the request 128Mi.',
        'Set the memory limit to 128Mi or more.',
      ],
      [
        // 128M is 6 MB less than 128Mi.
        { cpu: '500m', memory: '128M' },
        'limits.memory',
        'The memory limit 128M is below the request 128Mi.',
        'Set the memory limit to 128Mi or more.',
      ],
      [
        { cpu: 0.05, memory: '512Mi' },
        'limits.cpu',
        'The cpu limit 0.05 is below the request 100m.',
        'Set the cpu limit to 100m or more.',
      ],
      [
        { memory: '512Mi' },
        'limits.cpu',
        'The cpu limit is missing.',
        'Set limits.cpu, such as 500m.',
      ],
      [
        { cpu: null, memory: '512Mi' },
        'limits.cpu',
        'The cpu limit is missing.',
        'Set limits.cpu, such as 500m.',
      ],
      [
        { cpu: '0', memory: '512Mi' },
        'limits.cpu',
        'The cpu limit 0 is not above 0, which means none.',
        'Set what the container needs, such as 500m.',
      ],
      [
        { cpu: '500m', memory: '512 MB' },
        'limits.memory',
        'The memory limit 512 MB is no quantity.',
        'Write a number with a unit, such as 512Mi.',
      ],
    ])('refuses limits %j', (limits, path, message, fix) => {
      expect(resources(requests, limits)).toEqual([[path, message, fix]]);
    });

    it('does not take a limit for the request that the API server would make of it', () => {
      expect(
        resources({}, { cpu: '1', memory: '1Gi' }).map(([path]) => path),
      ).toEqual(['requests.cpu', 'requests.memory']);
    });
  });

  describe('probes', () => {
    it.each(['httpGet', 'tcpSocket', 'exec', 'grpc'])('takes %s', handler => {
      const probe = { [handler]: {} };
      expect(
        broken(withContainer({ livenessProbe: probe, readinessProbe: probe })),
      ).toEqual([]);
    });

    it.each([
      ['an empty probe', {}],
      ['nothing but times', { periodSeconds: 5 }],
      ['null', null],
    ])('does not take %s', (_, livenessProbe) => {
      expect(broken(withContainer({ livenessProbe }))).toEqual([
        `probes ${OWN}.livenessProbe`,
      ]);
    });

    it('does not take a startup probe for one of them', () => {
      expect(
        broken(
          withContainer({
            livenessProbe: undefined,
            readinessProbe: undefined,
            startupProbe: { httpGet: { path: '/healthz', port: 8080 } },
          }),
        ),
      ).toEqual([
        `probes ${OWN}.livenessProbe`,
        `probes ${OWN}.readinessProbe`,
      ]);
    });

    it.each<[string | undefined, number]>([
      ['Never', 0],
      ['OnFailure', 0],
      ['Always', 2],
      [undefined, 2],
    ])('with restartPolicy %s misses %d', (restartPolicy, count) => {
      const none = { livenessProbe: undefined, readinessProbe: undefined };
      expect(broken(withContainer(none, { restartPolicy }))).toHaveLength(
        count,
      );
    });
  });

  describe('security-context', () => {
    const context = (fields: object, ofPod?: object) =>
      broken(
        withContainer(
          {
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
              ...fields,
            },
          },
          ofPod && { securityContext: ofPod },
        ),
      ).map(text => text.replace(`${OWN}.securityContext.`, ''));
    const profile = { seccompProfile: { type: 'RuntimeDefault' } };

    it.each<[object, object]>([
      [{ runAsNonRoot: true, ...profile }, {}],
      [{ runAsNonRoot: true }, { runAsNonRoot: false, ...profile }],
      [{ runAsUser: 10001 }, { runAsNonRoot: true, runAsUser: 0, ...profile }],
      [
        { seccompProfile: { type: 'Localhost', localhostProfile: 'a.json' } },
        { runAsNonRoot: true },
      ],
      [
        {
          capabilities: { drop: ['NET_RAW', 'ALL'], add: ['NET_BIND_SERVICE'] },
        },
        { runAsNonRoot: true, ...profile },
      ],
    ])('takes %j in a pod with %j', (own, ofPod) => {
      expect(context(own, ofPod)).toEqual([]);
    });

    it.each<[object, object, string]>([
      [{}, profile, 'runAsNonRoot'],
      [
        { runAsNonRoot: false },
        { runAsNonRoot: true, ...profile },
        'runAsNonRoot',
      ],
      // A number alone is not checked by the node where the image names another.
      [{ runAsUser: 10001 }, profile, 'runAsNonRoot'],
      [
        { runAsUser: 0 },
        { runAsNonRoot: true, runAsUser: 10001, ...profile },
        'runAsUser',
      ],
      [
        {},
        { runAsNonRoot: true, runAsUser: 0, ...profile },
        'spec.securityContext.runAsUser',
      ],
      [
        {},
        { runAsNonRoot: false, ...profile },
        'spec.securityContext.runAsNonRoot',
      ],
      [
        {},
        { runAsNonRoot: true, seccompProfile: { type: 'Unconfined' } },
        'spec.securityContext.seccompProfile.type',
      ],
      [
        { allowPrivilegeEscalation: undefined },
        { runAsNonRoot: true, ...profile },
        'allowPrivilegeEscalation',
      ],
      // The field is the container's; a pod has none.
      [
        { allowPrivilegeEscalation: undefined },
        { runAsNonRoot: true, allowPrivilegeEscalation: false, ...profile },
        'allowPrivilegeEscalation',
      ],
      [
        { capabilities: { drop: ['NET_RAW'] } },
        { runAsNonRoot: true, ...profile },
        'capabilities.drop',
      ],
      [
        { capabilities: { drop: 'ALL' } },
        { runAsNonRoot: true, ...profile },
        'capabilities.drop',
      ],
      [
        { capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } },
        { runAsNonRoot: true, ...profile },
        'capabilities.add',
      ],
      [{}, { runAsNonRoot: true }, 'seccompProfile.type'],
      [
        { seccompProfile: { type: 'Unconfined' } },
        { runAsNonRoot: true, ...profile },
        'seccompProfile.type',
      ],
    ])('refuses %j in a pod with %j', (own, ofPod, field) => {
      expect(context(own, ofPod)).toEqual([`security-context ${field}`]);
    });

    it('asks no allowPrivilegeEscalation of a privileged container', () => {
      expect(
        context({ privileged: true, allowPrivilegeEscalation: undefined }),
      ).toEqual(['privileged-container privileged']);
    });

    it.each(['hostNetwork', 'hostPID', 'hostIPC'])('refuses %s', name => {
      expect(broken(pod({ [name]: true }))).toEqual([
        `security-context spec.${name}`,
      ]);
      expect(broken(pod({ [name]: false }))).toEqual([]);
    });
  });

  describe('read-only-root', () => {
    it.each([false, undefined, 'true', null])('refuses %p', value => {
      expect(
        broken(
          withContainer({
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
              readOnlyRootFilesystem: value,
            },
          }),
        ),
      ).toEqual([
        `read-only-root ${OWN}.securityContext.readOnlyRootFilesystem`,
      ]);
    });
  });

  describe('image-source', () => {
    const SHA = '0123456789abcdef0123456789abcdef01234567';
    const DIGEST = `sha256:${'ab'.repeat(32)}`;
    const count = (image: unknown, registries: string[] = []) =>
      broken(withContainer({ image }), registries).length;

    it.each([
      `ghcr.io/example/orders@${DIGEST}`,
      `ghcr.io/example/orders:1.2@${DIGEST}`,
      `ghcr.io/example/orders:${SHA}`,
      `ghcr.io/example/orders:${SHA}@${DIGEST}`,
      `localhost:5000/orders:${SHA}`,
      `nginx@${DIGEST}`,
    ])('takes %s', image => {
      expect(count(image)).toBe(0);
    });

    it.each([
      '',
      undefined,
      7,
      'nginx',
      'nginx:1.27',
      'localhost:5000/orders',
      'ghcr.io/example/orders:latest',
      `ghcr.io/example/orders:latest@${DIGEST}`,
      `ghcr.io/example/orders:${SHA.slice(0, 7)}`,
      `ghcr.io/example/orders:${SHA.toUpperCase()}`,
      `ghcr.io/example/orders:${SHA}@sha256:abc`,
      `ghcr.io/example/orders@sha512:${'ab'.repeat(32)}`,
    ])('refuses %p', image => {
      expect(count(image)).toBe(1);
    });

    it.each<[string, string[], number]>([
      ['ghcr.io/example/orders', ['ghcr.io/example'], 0],
      ['ghcr.io/example/orders', ['ghcr.io/example/'], 0],
      ['ghcr.io/example/orders', ['ghcr.io'], 0],
      ['ghcr.io/example/orders', ['quay.io', 'ghcr.io/example/orders'], 0],
      // A prefix ends where a part of the name ends.
      ['ghcr.io/example-evil/orders', ['ghcr.io/example'], 1],
      ['ghcr.io.evil.org/example/orders', ['ghcr.io'], 1],
      ['ghcr.io/example/orders', ['ghcr.io/example/ord'], 1],
      ['nginx', ['docker.io/library'], 1],
    ])('with %s from %j finds %d', (name, registries, expected) => {
      expect(count(`${name}@${DIGEST}`, registries)).toBe(expected);
    });

    it('says both of an image that is neither pinned nor from there', () => {
      expect(count('evil.org/x:1', ['ghcr.io/example'])).toBe(2);
    });
  });
});
