import { check, found, replace } from '../__testUtils__/check';
import { SHA } from '../__testUtils__/soundService';

const FILE = 'gitops/apps/extra.yaml';
const NAMESPACES = 'gitops/namespaces/orders-api.yaml';

/** `line rule message` of what is found in a file of manifests. */
const lint = async (text: string) =>
  (await found({ [FILE]: text })).map(line => line.replace(`${FILE}:`, ''));

const container = `        - name: orders
          image: ghcr.io/example/orders:${SHA}
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { cpu: 500m, memory: 512Mi }
          livenessProbe: { httpGet: { path: /healthz, port: 8080 } }
          readinessProbe: { httpGet: { path: /readyz, port: 8080 } }
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
spec:
  selector:
    matchLabels: { app: orders }
  template:
    metadata:
      labels: { app: orders }
    spec:
      securityContext:
        runAsNonRoot: true
        seccompProfile: { type: RuntimeDefault }
      containers:
${container}`;

describe('checkStaticManifests', () => {
  describe('kubernetes-schema', () => {
    const FIX = { [FILE]: deployment };

    it('takes a sound workload', async () => {
      expect(await found(FIX)).toEqual([]);
    });

    it.each<[string, (sound: string) => string, string[]]>([
      [
        'an unknown field',
        replace('  selector:', '  replica: 2\n  selector:'),
        ["6 kubernetes-schema Deployment: 'spec.replica' is no known field."],
      ],
      [
        'an unknown field deep inside',
        replace(
          'livenessProbe: { httpGet: { path: /healthz',
          'livenessProbe: { httpGet: { paths: /healthz',
        ),
        [
          "21 kubernetes-schema Deployment: 'spec.template.spec.containers[0].livenessProbe.httpGet.paths' is no known field.",
        ],
      ],
      [
        'a wrong type',
        replace('  selector:', '  replicas: "2"\n  selector:'),
        [
          '6 kubernetes-schema Deployment: \'spec.replicas\': expected integer, got "2".',
        ],
      ],
      [
        'what YAML 1.1 takes for true',
        replace(
          '  name: orders\nspec',
          '  name: orders\n  labels:\n    enabled: yes\nspec',
        ),
        [
          "6 kubernetes-schema Deployment: 'metadata.labels.enabled': expected string, got true.",
        ],
      ],
      [
        'a missing field',
        replace('  selector:\n    matchLabels: { app: orders }\n', ''),
        ["5 kubernetes-schema Deployment: 'spec.selector' is missing."],
      ],
      [
        'no name',
        replace('  name: orders\nspec', '  labels: {}\nspec'),
        ['3 kubernetes-schema The Deployment has no metadata.name.'],
      ],
      [
        'an API that is gone',
        replace('apps/v1', 'extensions/v1beta1'),
        [
          '1 kubernetes-schema Kubernetes 1.37.0 has no kind Deployment in extensions/v1beta1.',
        ],
      ],
      [
        'a kind that never was',
        replace('kind: Deployment', 'kind: Deploy'),
        [
          '1 kubernetes-schema Kubernetes 1.37.0 has no kind Deploy in apps/v1.',
        ],
      ],
    ])('finds %s', async (_, edit, expected) => {
      expect(await lint(edit(deployment))).toEqual(expected);
    });

    it.each<[string, string, string[]]>([
      [
        'a port that is text',
        'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  ports:\n    - port: http\n',
        [
          '7 kubernetes-schema Service: \'spec.ports[0].port\': expected integer, got "http".',
        ],
      ],
      [
        'an unknown field of Argo CD',
        'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata:\n  name: a\nspec:\n  destination: []\n',
        [
          "6 kubernetes-schema AppProject: 'spec.destination' is no known field.",
        ],
      ],
      [
        'a kind that Argo CD does not have',
        'apiVersion: argoproj.io/v1alpha1\nkind: AppProjects\nmetadata:\n  name: a\n',
        [
          '1 kubernetes-schema Kubernetes 1.37.0 has no kind AppProjects in argoproj.io/v1alpha1.',
        ],
      ],
      [
        'an unknown field of the Prometheus operator',
        'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: a\nspec:\n  groups:\n    - name: a\n      rules:\n        - alerts: a\n          expr: vector(1)\n',
        [
          "9 kubernetes-schema PrometheusRule: 'spec.groups[0].rules[0].alerts' is no known field.",
        ],
      ],
      [
        'what is wrong in a list',
        'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: a\n    data: []\n',
        ["8 kubernetes-schema ConfigMap: 'data': expected object, got a list."],
      ],
      [
        'what is wrong in the second document',
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\ndate: {}\n',
        ["10 kubernetes-schema ConfigMap: 'date' is no known field."],
      ],
      [
        'what is no manifest',
        'replicaCount: 2\n',
        [
          '1 kubernetes-schema The document is no manifest: it lacks apiVersion or kind.',
        ],
      ],
    ])('finds %s', async (_, text, expected) => {
      expect(await lint(text)).toEqual(expected);
    });

    it.each<[string, string]>([
      [
        'custom resources that it does not know',
        'apiVersion: example.com/v1\nkind: Anything\nfoo: 1\n',
      ],
      [
        'quantities as numbers',
        'apiVersion: v1\nkind: LimitRange\nmetadata:\n  name: a\nspec:\n  limits:\n    - type: Container\n      default: { cpu: 1, memory: 512Mi }\n',
      ],
      [
        'ports by name or number',
        'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  ports:\n    - { port: 80, targetPort: http }\n    - { name: b, port: 81, targetPort: 8080 }\n',
      ],
      [
        'names that are made',
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  generateName: a-\n',
      ],
      ['empty documents', '---\n---\n# nothing\n'],
      [
        'instants, which are text to Kubernetes',
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  at: 2026-01-01\n',
      ],
    ])('takes %s', async (_, text) => {
      expect(await lint(text)).toEqual([]);
    });

    it('looks at manifests of the service as well', async () => {
      const { findings } = await check({
        'orders-api/deploy/service.yaml':
          'apiVersion: v1\nkind: Service\nspec: {}\n',
        'orders-api/data/other.yaml': 'a: 1\n',
      });
      expect(
        findings.map(({ file, line, rule }) => [file, line, rule]),
      ).toEqual([['orders-api/deploy/service.yaml', 1, 'kubernetes-schema']]);
    });
  });

  describe('policies', () => {
    it.each<[string, (sound: string) => string, string]>([
      [
        'no limits',
        replace(
          '            limits: { cpu: 500m, memory: 512Mi }\n',
          '            limits: { cpu: 500m }\n',
        ),
        '20 resource-limits The memory limit is missing.',
      ],
      [
        'no probe',
        replace(
          '          readinessProbe: { httpGet: { path: /readyz, port: 8080 } }\n',
          '',
        ),
        '16 probes The container has no readinessProbe with one of httpGet, tcpSocket, exec, grpc.',
      ],
      [
        'an image that moves',
        replace(SHA, 'v1'),
        '17 image-source The image ghcr.io/example/orders:v1 is named by neither a digest nor a full commit SHA, or by latest.',
      ],
      [
        'the network of the node',
        replace(
          '      containers:',
          '      hostNetwork: true\n      containers:',
        ),
        "15 security-context The pod shares its node's Network.",
      ],
      [
        'a field of the pod',
        replace('runAsNonRoot: true', 'runAsNonRoot: false'),
        '13 security-context The container may run as root: runAsNonRoot is not true.',
      ],
      [
        'a privileged container',
        replace(
          '            readOnlyRoot',
          '            privileged: true\n            readOnlyRoot',
        ),
        '25 privileged-container The container is privileged: it has all that its node has.',
      ],
      [
        'a root file system to write to',
        replace(
          'readOnlyRootFilesystem: true',
          'readOnlyRootFilesystem: false',
        ),
        '25 read-only-root The root filesystem of the container can be written to.',
      ],
    ])('finds %s', async (_, edit, expected) => {
      expect(await lint(edit(deployment))).toEqual([expected]);
    });
  });

  describe('default-deny-network', () => {
    const OPEN = (name: string) =>
      `default-deny-network The namespace ${name} has no network policy that closes it: for all pods, in both directions, without rules.`;

    it.each<[string, (sound: string) => string]>([
      ['no policy', sound => sound.slice(0, sound.indexOf('---'))],
      [
        'a policy of another namespace',
        replace('namespace: orders-api-production', 'namespace: other'),
      ],
      ['one direction', replace('    - Egress\n', '')],
      [
        'some pods',
        replace('podSelector: {}', 'podSelector: { matchLabels: { app: a } }'),
      ],
      [
        'some pods by expression',
        replace(
          'podSelector: {}',
          'podSelector: { matchExpressions: [{ key: a, operator: Exists }] }',
        ),
      ],
      [
        'an exception',
        sound => `${sound}  ingress:\n    - ports: [{ port: 80 }]\n`,
      ],
    ])('finds %s', async (_, edit) => {
      expect(await found({ [NAMESPACES]: edit })).toEqual([
        `${NAMESPACES}:4 ${OPEN('orders-api-production')}`,
      ]);
    });

    const allow = (rules: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: allow
  namespace: orders-api-production
spec:
  podSelector: {}
${rules}`;

    it.each<[string, string[]]>([
      [
        '  ingress:\n    - {}\n',
        [
          '9 default-deny-network The rule names neither peers nor ports: it lets everything in.',
        ],
      ],
      [
        '  ingress:\n    - from: [{ podSelector: {} }]\n    - from: []\n',
        [
          '10 default-deny-network The rule names neither peers nor ports: it lets everything in.',
        ],
      ],
      [
        '  egress: [{}]\n',
        [
          '8 default-deny-network The rule names neither peers nor ports: it lets everything out.',
        ],
      ],
      ['  ingress:\n    - ports: [{ port: 80 }]\n', []],
      ['  egress:\n    - to: [{ ipBlock: { cidr: 10.0.0.0/8 } }]\n', []],
    ])('of a policy with %j finds %j', async (rules, expected) => {
      expect(await lint(allow(rules))).toEqual(expected);
    });
  });
});
