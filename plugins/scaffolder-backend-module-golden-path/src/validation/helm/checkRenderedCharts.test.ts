import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithHelm } from './__testUtils__/describeWithHelm';
import { check, type Edits, replace } from '../__testUtils__/check';
import { SHA } from '../__testUtils__/soundService';

const CHART = 'orders-api/charts/orders-api/';
const TEMPLATE = `${CHART}templates/deployment.yaml`;
const VALUES = `${CHART}values.yaml`;
const PRODUCTION = 'gitops/environments/production/orders-api/values.yaml';

/** Left of validations before, or of other tests at the same time, by nobody's fault. */
const temporary = async () =>
  (await readdir(tmpdir())).filter(name =>
    name.startsWith('golden-path-helm-'),
  );

describe('checkRenderedCharts', () => {
  describeWithHelm('with the real helm', helm => {
    const render = async (edits: Edits = {}) => {
      const { findings, manifests } = await check(edits, { helm });
      return {
        manifests,
        found: findings.map(
          ({ file, line, rule, message }) =>
            `${file}:${line} ${rule} ${message}`,
        ),
      };
    };

    it('renders each environment, and finds nothing in a sound chart', async () => {
      const { found, manifests } = await render({
        'gitops/environments/staging/orders-api/values.yaml':
          'replicaCount: 1\n',
      });
      expect(found).toEqual([]);
      expect(manifests.map(({ environment }) => environment)).toEqual([
        'production',
        'staging',
      ]);
      expect(manifests[0].content).toContain('replicas: 3');
      expect(manifests[0].content).toContain(
        `image: ghcr.io/example/orders-api:${SHA}`,
      );
      // No image has been built yet.
      expect(manifests[1].content).toContain(
        `image: ghcr.io/example/orders-api:${'0'.repeat(40)}`,
      );
    });

    it('places what values make at the value, in the file that says it', async () => {
      const { found } = await render({
        [VALUES]: replace('memory: 512Mi', 'memory: 64Mi'),
        [PRODUCTION]: sound =>
          `${sound}securityContext:\n  readOnlyRootFilesystem: false\n`,
      });
      expect(found).toEqual([
        `${PRODUCTION}:5 read-only-root The root filesystem of the container can be written to.`,
        `${VALUES}:11 resource-limits The memory limit 64Mi is below the request 128Mi.`,
      ]);
    });

    it('places what the template makes in the template', async () => {
      const { found } = await render({
        [TEMPLATE]: sound =>
          replace(
            '      containers:\n',
            '      hostPID: true\n      container: []\n      containers:\n',
          )(sound),
      });
      expect(found).toEqual([
        `${TEMPLATE}:14 security-context The pod shares its node's PID.`,
        `${TEMPLATE}:15 kubernetes-schema Deployment: 'spec.template.spec.container' is no known field.`,
      ]);
    });

    it('finds workloads that the values do not speak of', async () => {
      const { found } = await render({
        [`${CHART}templates/job.yaml`]: `{{- if .Values.replicaCount }}
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    spec:
      restartPolicy: Never
      securityContext: {{- toYaml .Values.podSecurityContext | nindent 8 }}
      containers:
        - name: migrate
          image: ghcr.io/example/orders-api:latest
        - name: second
          image: ghcr.io/example/orders-api:${SHA}
          resources: {{- toYaml .Values.resources | nindent 12 }}
          securityContext:
            privileged: true
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
{{- end }}
`,
      });
      expect(found).toContain(
        `${CHART}templates/job.yaml:13 image-source The image ghcr.io/example/orders-api:latest is named by neither a digest nor a full commit SHA, or by latest.`,
      );
      expect(
        found.filter(text => text.includes('privileged-container')),
      ).toEqual([
        `${CHART}templates/job.yaml:18 privileged-container The container is privileged: it has all that its node has.`,
      ]);
      expect(found.filter(text => text.includes('probes'))).toEqual([]);
    });

    it('says where a template cannot be rendered', async () => {
      const { found, manifests } = await render({
        [TEMPLATE]: replace(
          '{{ .Values.replicaCount }}',
          '{{ fail "no replicas" }}',
        ),
      });
      expect(manifests).toEqual([]);
      expect(found).toEqual([
        expect.stringMatching(
          `^${TEMPLATE}:6 kubernetes-schema The chart cannot be rendered for production: .*no replicas`,
        ),
      ]);
    });

    it('says which template makes no YAML', async () => {
      const { found } = await render({
        [TEMPLATE]: replace(
          'kind: Deployment\n',
          'kind: Deployment\nkind: Deployment\n',
        ),
      });
      expect(found).toEqual([
        expect.stringMatching(
          `^${TEMPLATE}:1 kubernetes-schema The template makes no sound YAML: `,
        ),
      ]);
    });

    it('hands templates nothing of the backend', async () => {
      process.env.GOLDEN_PATH_SECRET = 'hunter2';
      try {
        const { manifests } = await render({
          [`${CHART}templates/leak.yaml`]: `apiVersion: v1
kind: ConfigMap
metadata:
  name: leak
data:
  files: {{ .Files.Get "../../../../../../etc/hostname" | quote }}
  lookup: {{ lookup "v1" "Secret" "default" "" | toJson | quote }}
  host: {{ getHostByName "localhost" | quote }}
`,
        });
        expect(manifests[0].content).toContain(
          'files: ""\n  lookup: "{}"\n  host: ""',
        );
        expect(manifests[0].content).not.toContain('hunter2');
      } finally {
        delete process.env.GOLDEN_PATH_SECRET;
      }
    });
  });

  describe('with a program in its place', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'fake-'));
    });
    afterEach(async () => {
      await rm(folder, { recursive: true });
    });
    const program = async (code: string) => {
      const file = join(folder, 'helm');
      await writeFile(file, `#!${process.execPath}\n${code}`);
      await chmod(file, 0o755);
      return file;
    };
    const run = async (code: string, edits: Edits = {}) =>
      check(edits, { helm: await program(code) });

    it('runs it on a copy, without an environment, and leaves nothing', async () => {
      const before = await temporary();
      const { manifests } = await run(`
        const { readdirSync, readFileSync } = require('node:fs');
        const values = process.argv.filter((_, i, all) => all[i - 1] === '--values');
        const chart = process.argv.at(-1);
        console.log(JSON.stringify({
          env: Object.keys(process.env).filter(key => key !== '__CF_USER_TEXT_ENCODING').sort(),
          home: process.env.HOME === process.cwd(),
          args: process.argv.slice(2).filter(arg => !arg.includes(process.cwd())),
          files: readdirSync(chart, { recursive: true }).sort(),
          values: values.map(file => readFileSync(file, 'utf8')),
        }));
      `);
      expect(JSON.parse(manifests[0].content)).toEqual({
        env: ['HOME', 'TMPDIR'],
        home: true,
        args: [
          'template',
          '--namespace',
          'orders-api-production',
          '--kube-version',
          '1.37.0',
          '--values',
          '--values',
          '--',
          'orders-api',
        ],
        files: [
          'Chart.yaml',
          'templates',
          'templates/deployment.yaml',
          'values.schema.json',
          'values.yaml',
        ],
        values: [`replicaCount: 3\nimage:\n  tag: ${SHA}\n`, '{}\n'],
      });
      expect(await temporary()).toEqual(before);
    });

    it.each<[string, string, string]>([
      [
        'writes without end',
        'const text = "x".repeat(65536); (function more() { process.stdout.write(text, more); })();',
        'it took longer than 15 s, or its output is larger than 4194304 bytes',
      ],
      [
        'is killed',
        'process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 10_000);',
        'null',
      ],
    ])('warns where it %s', async (_, code, reason) => {
      const { findings } = await run(code);
      expect(findings).toEqual([
        {
          file: `${CHART}Chart.yaml`,
          line: 1,
          rule: 'kubernetes-schema',
          severity: 'warning',
          message: `The chart was not rendered for production: helm could not be run (${reason}).`,
          fix: 'Ask the platform team to look after helm on the backend.',
        },
      ]);
    });

    it('warns where there is none', async () => {
      const { findings } = await check({}, { helm: join(folder, 'none') });
      expect(findings.map(({ message }) => message)).toEqual([
        'The chart was not rendered for production: helm could not be run (ENOENT).',
      ]);
    });

    it('ends it when the validation is aborted', async () => {
      const controller = new AbortController();
      const helm = await program('setTimeout(() => {}, 60_000);');
      const result = check({}, { helm, signal: controller.signal });
      setTimeout(() => controller.abort(new Error('gone')), 500);
      await expect(result).rejects.toThrow('gone');
    });

    it('is not misled by the name of a release', async () => {
      const { manifests } = await run(
        'console.log(JSON.stringify(process.argv.slice(-2, -1)));',
        {
          [PRODUCTION]: null,
          'gitops/environments/production/--post-renderer=x/values.yaml':
            'replicaCount: 1\n',
        },
      );
      // After --, as a name, which helm refuses.
      expect(JSON.parse(manifests[0].content)).toEqual(['--post-renderer=x']);
    });
  });
});
