/** A pod's `spec`, as changes of the corpus see it. */
type Spec = Record<string, any>;

/** Pinned, and from the registry that the constraint allows. */
const IMAGE = `ghcr.io/example/orders@sha256:${'3f1c'.repeat(16)}`;

/** A pod that no policy objects to. */
export function goodPod(): Spec {
  return {
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [goodContainer('orders')],
  };
}

function goodContainer(name: string): Spec {
  return {
    name,
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
  };
}

const first =
  (change: (container: Spec) => void) =>
  (spec: Spec): void =>
    change(spec.containers[0]);

const init =
  (change: (container: Spec) => void) =>
  (spec: Spec): void => {
    const container = goodContainer('migrate');
    delete container.livenessProbe;
    delete container.readinessProbe;
    change(container);
    spec.initContainers = [container];
  };

const ephemeral =
  (change: (container: Spec) => void) =>
  (spec: Spec): void => {
    const { name, image, securityContext } = goodContainer('look');
    const container = { name, image, securityContext };
    change(container);
    spec.ephemeralContainers = [container];
  };

/** Ways to change a good pod, for better or worse, by name. Any two of them can be made to one pod. */
export const podChanges: Record<string, (spec: Spec) => void> = {
  'nothing changed': () => {},
  'no resources': first(container => delete container.resources),
  'no limits': first(container => delete container.resources?.limits),
  'no cpu request': first(
    container => delete container.resources?.requests?.cpu,
  ),
  'zero memory limit': first(container => {
    container.resources = {
      ...container.resources,
      limits: { cpu: '500m', memory: '0Mi' },
    };
  }),
  'cpu as numbers': first(container => {
    container.resources = {
      requests: { cpu: 1, memory: '128Mi' },
      limits: { cpu: 2, memory: '512Mi' },
    };
  }),
  'limit below request': first(container => {
    container.resources = {
      requests: { cpu: '1', memory: '1Gi' },
      limits: { cpu: '500m', memory: '512Mi' },
    };
  }),
  'init container without limits': init(
    container => delete container.resources.limits,
  ),
  'no liveness probe': first(container => delete container.livenessProbe),
  'readiness probe that asks nothing': first(container => {
    container.readinessProbe = { periodSeconds: 5 };
  }),
  'runs to completion': spec => {
    spec.restartPolicy = 'Never';
  },
  privileged: first(container => {
    container.securityContext.privileged = true;
  }),
  'privileged init container': init(container => {
    container.securityContext.privileged = true;
  }),
  'privileged ephemeral container': ephemeral(container => {
    container.securityContext.privileged = true;
  }),
  'good ephemeral container': ephemeral(() => {}),
  'writable root': first(
    container => delete container.securityContext.readOnlyRootFilesystem,
  ),
  'writable root of an ephemeral container': ephemeral(container => {
    container.securityContext.readOnlyRootFilesystem = false;
  }),
  'nothing keeps it from root': spec => {
    delete spec.securityContext.runAsNonRoot;
  },
  'container takes runAsNonRoot back': first(container => {
    container.securityContext.runAsNonRoot = false;
  }),
  'root by the container': first(container => {
    container.securityContext.runAsUser = 0;
  }),
  'root by the pod, not by the container': spec => {
    spec.securityContext.runAsUser = 0;
    spec.containers[0].securityContext.runAsUser = 10001;
  },
  'may gain privileges': first(container => {
    container.securityContext.allowPrivilegeEscalation = true;
  }),
  'keeps capabilities': first(container => {
    container.securityContext.capabilities = { drop: ['NET_RAW'] };
  }),
  'adds a capability': first(container => {
    container.securityContext.capabilities = {
      drop: ['ALL'],
      add: ['SYS_ADMIN'],
    };
  }),
  'binds a low port': first(container => {
    container.securityContext.capabilities = {
      drop: ['ALL'],
      add: ['NET_BIND_SERVICE'],
    };
  }),
  'no seccomp profile': spec => {
    delete spec.securityContext.seccompProfile;
  },
  'unconfined container': first(container => {
    container.securityContext.seccompProfile = { type: 'Unconfined' };
  }),
  'on the network of its node': spec => {
    spec.hostNetwork = true;
  },
  'no image tag': first(container => {
    container.image = 'ghcr.io/example/orders';
  }),
  'latest beside a digest': first(container => {
    container.image = IMAGE.replace('@', ':latest@');
  }),
  'full SHA of a commit': first(container => {
    container.image = `ghcr.io/example/orders:${'0123456789'.repeat(4)}`;
  }),
  'registry that only begins alike': first(container => {
    container.image = IMAGE.replace('example', 'example-evil');
  }),
};
