import { check, found, replace } from '../__testUtils__/check';
import { SHA } from '../__testUtils__/soundService';

const CHART = 'orders-api/charts/orders-api/';
const VALUES = `${CHART}values.yaml`;
const SCHEMA = `${CHART}values.schema.json`;
const PRODUCTION = 'gitops/environments/production/orders-api/values.yaml';

describe('checkCharts', () => {
  describe('values-schema', () => {
    it.each<[string, Parameters<typeof found>[0], string[]]>([
      [
        'a value of the environment',
        { [PRODUCTION]: replace('replicaCount: 3', 'replicaCount: three') },
        [
          `${PRODUCTION}:1 values-schema Values: 'replicaCount': expected integer, got "three".`,
        ],
      ],
      [
        'a value that is too small',
        { [PRODUCTION]: replace('replicaCount: 3', 'replicaCount: 0') },
        [
          `${PRODUCTION}:1 values-schema Values: 'replicaCount': must be >= 1, got 0.`,
        ],
      ],
      [
        'a value that nobody knows',
        { [PRODUCTION]: replace('replicaCount: 3', 'replicas: 3') },
        [`${PRODUCTION}:1 values-schema Values: 'replicas' is no known field.`],
      ],
      [
        'one of the chart itself',
        { [VALUES]: replace('resources:\n', 'tolerations: []\nresources:\n') },
        [`${VALUES}:5 values-schema Values: 'tolerations' is no known field.`],
      ],
      [
        'one that the environment takes away',
        { [PRODUCTION]: replace(`tag: ${SHA}`, 'repository: null') },
        [
          `${PRODUCTION}:2 values-schema Values: 'image.repository' is missing.`,
        ],
      ],
      // YAML 1.1, as Helm reads it
      [
        'what only looks like text',
        {
          [SCHEMA]: replace(
            '"replicaCount": { "type": "integer", "minimum": 1 }',
            '"replicaCount": { "type": "string" }',
          ),
          [PRODUCTION]: replace('replicaCount: 3', 'replicaCount: on'),
        },
        [
          `${PRODUCTION}:1 values-schema Values: 'replicaCount': expected string, got true.`,
        ],
      ],
      [
        'no schema',
        { [SCHEMA]: null },
        [
          `${CHART}Chart.yaml:1 values-schema The chart has no values.schema.json: any value would do.`,
        ],
      ],
      [
        'no JSON',
        { [SCHEMA]: '{' },
        [
          expect.stringMatching(
            `^${SCHEMA}:1 values-schema The schema cannot be used: `,
          ),
        ],
      ],
      [
        'no schema of JSON',
        { [SCHEMA]: '{"type": "intger"}' },
        [
          expect.stringMatching(
            `^${SCHEMA}:1 values-schema The schema cannot be used: schema is invalid`,
          ),
        ],
      ],
      [
        'a schema from elsewhere',
        { [SCHEMA]: '{"$ref": "https://example.com/schema.json"}' },
        [
          expect.stringMatching(
            `^${SCHEMA}:1 values-schema The schema cannot be used: can't resolve reference`,
          ),
        ],
      ],
      [
        'a schema that is too long',
        { [SCHEMA]: `"${'a'.repeat(300_000)}"` },
        [
          `${SCHEMA}:1 values-schema The schema cannot be used: expected at most 262144 characters, got 300002`,
        ],
      ],
    ] as [string, Parameters<typeof found>[0], string[]][])(
      'finds %s',
      async (_, edits, expected) => {
        expect(await found(edits)).toEqual(expected);
      },
    );

    it.each([
      'https://json-schema.org/draft/2020-12/schema',
      'https://json-schema.org/draft/2019-09/schema',
      'http://json-schema.org/draft-07/schema',
    ])('reads a schema of %s', async $schema => {
      const edits = {
        [SCHEMA]: JSON.stringify({
          $schema,
          type: 'object',
          properties: { replicaCount: { const: 2 } },
        }),
      };
      expect(await found(edits)).toEqual([
        `${PRODUCTION}:1 values-schema Values: 'replicaCount': expected 2, got 3.`,
      ]);
    });

    it("checks a chart's own values where there is no environment", async () => {
      const { findings } = await check(
        { [VALUES]: replace('replicaCount: 2', 'replicaCount: 0') },
        { gitops: undefined },
      );
      expect(findings.map(({ file, line }) => [file, line])).toEqual([
        [VALUES, 1],
      ]);
    });

    it('says what is wrong in all environments once', async () => {
      expect(
        await found({
          [VALUES]: replace('replicaCount: 2', 'x: 2'),
          'gitops/environments/staging/orders-api/values.yaml':
            'replicaCount: 1\n',
        }),
      ).toEqual([`${VALUES}:1 values-schema Values: 'x' is no known field.`]);
    });

    it('leaves values that cannot be read to the rule about YAML', async () => {
      expect(await found({ [PRODUCTION]: 'a: [\n' })).toEqual([
        expect.stringMatching(`^${PRODUCTION}:2 yaml-syntax `),
      ]);
    });
  });

  describe('policies', () => {
    it.each<[string, Parameters<typeof found>[0], string]>([
      [
        'a limit below its request',
        { [VALUES]: replace('memory: 512Mi', 'memory: 64Mi') },
        `${VALUES}:11 resource-limits The memory limit 64Mi is below the request 128Mi.`,
      ],
      [
        'a limit that is below by the environment',
        {
          [PRODUCTION]: (sound: string) =>
            `${sound}resources:\n  requests:\n    memory: 1Gi\n`,
        },
        `${VALUES}:11 resource-limits The memory limit 512Mi is below the request 1Gi.`,
      ],
      [
        'a limit that the environment takes away',
        {
          [PRODUCTION]: (sound: string) =>
            `${sound}resources:\n  limits:\n    cpu: null\n`,
        },
        `${PRODUCTION}:6 resource-limits The cpu limit is missing.`,
      ],
      [
        'no limit',
        { [VALUES]: replace('    memory: 512Mi\n', '') },
        `${VALUES}:9 resource-limits The memory limit is missing.`,
      ],
      [
        'no probe',
        {
          [VALUES]: replace(
            'livenessProbe:\n  httpGet: { path: /healthz, port: 8080 }',
            'livenessProbe: {}',
          ),
        },
        `${VALUES}:12 probes The container has no livenessProbe with one of httpGet, tcpSocket, exec, grpc.`,
      ],
      [
        'a privileged container',
        {
          [VALUES]: replace(
            'securityContext:\n  allow',
            'securityContext:\n  privileged: true\n  allow',
          ),
        },
        `${VALUES}:20 privileged-container The container is privileged: it has all that its node has.`,
      ],
      [
        'a root file system to write to',
        {
          [VALUES]: replace(
            'readOnlyRootFilesystem: true',
            'readOnlyRootFilesystem: false',
          ),
        },
        `${VALUES}:21 read-only-root The root filesystem of the container can be written to.`,
      ],
      [
        'a gain of privileges',
        {
          [VALUES]: replace(
            'allowPrivilegeEscalation: false',
            'allowPrivilegeEscalation: true',
          ),
        },
        `${VALUES}:20 security-context The container may gain privileges: allowPrivilegeEscalation is not false.`,
      ],
      [
        'root',
        {
          [VALUES]: replace(
            '  seccompProfile',
            '  runAsUser: 0\n  seccompProfile',
          ),
        },
        `${VALUES}:18 security-context The container runs as user 0, which is root.`,
      ],
      [
        'an image by a name that moves',
        { [PRODUCTION]: replace(`tag: ${SHA}`, 'tag: v1') },
        `${PRODUCTION}:3 image-source The image ghcr.io/example/orders-api:v1 is named by neither a digest nor a full commit SHA, or by latest.`,
      ],
    ])('finds %s', async (_, edits, expected) => {
      expect(await found(edits)).toEqual([expected]);
    });

    it('takes an image that the pipeline has not written yet', async () => {
      expect(await found({ [PRODUCTION]: 'replicaCount: 3\n' })).toEqual([]);
    });

    it('asks where the image comes from, also before there is one', async () => {
      const { findings } = await check(
        { [PRODUCTION]: 'replicaCount: 3\n' },
        { policies: { registries: ['quay.io/example'] } },
      );
      expect(
        findings.map(({ file, line, rule }) => [file, line, rule]),
      ).toEqual([[VALUES, 3, 'image-source']]);
    });

    it('says nothing of what the values are silent about', async () => {
      const start = 'livenessProbe:';
      expect(
        await found({
          [VALUES]: sound => sound.slice(0, sound.indexOf(start)),
        }),
      ).toEqual([]);
    });
  });
});
