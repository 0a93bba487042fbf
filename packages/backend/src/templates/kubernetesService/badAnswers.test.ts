import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { renderTemplate } from '../__testUtils__/renderTemplate';
import { renderToFolder } from '../__testUtils__/renderToFolder';
import { Chart } from './__testUtils__/Chart';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { onlyOf } from './__testUtils__/onlyOf';

jest.setTimeout(120_000);

const answers = {
  name: 'orders-api',
  owner: 'group:default/shop',
  language: 'node',
  exposure: 'public',
};

describe('answers that mean harm', () => {
  it.each<[string, unknown]>([
    ['name', 'Orders'],
    ['name', 'x'.repeat(64)],
    ['name', 'x'.repeat(41)],
    ['name', '1st'],
    ['name', 'größe'],
    ['name', '../x'],
    ['name', 'a;rm -rf'],
    ['name', '${{ secrets.X }}'],
    ['name', '{{ .Values.image }}'],
    ['name', '{% if true %}a{% endif %}'],
    ['name', 'a.b'],
    ['name', 'a-'],
    ['name', 'a\n'],
    ['name', ''],
    ['name', 'null'],
    ['name', 'true'],
    ['name', 'no'],
    ['description', 'two\nlines'],
    ['description', 'a\u2028b'],
    ['description', 'a\u0007'],
    ['description', 'x'.repeat(301)],
    ['owner', 'user:default/shop'],
    ['owner', 'component:default/shop'],
    ['owner', 'group:default/../x'],
    ['owner', 'group:default/${{ 1 }}'],
    ['owner', ''],
    ['system', 'component:default/shop'],
    ['system', 'a b'],
    ['language', 'cobol'],
    ['exposure', 'secret'],
    ['host', 'https://orders.example.com'],
    ['host', 'orders'],
    ['host', 'orders.example.com/path'],
    ['host', '*.example.com'],
    ['host', '{{ .Release.Name }}.example.com'],
    ['host', 'a"b.example.com'],
    ['objective', 1],
    ['objective', 0],
    ['objective', 100],
    ['objective', 20],
    ['objective', '0.995'],
    [
      'resources',
      { cpuRequest: '1 core', memoryRequest: '1Gi', memoryLimit: '1Gi' },
    ],
    [
      'resources',
      { cpuRequest: '1', memoryRequest: '1Gi', memoryLimit: '1GB' },
    ],
    [
      'resources',
      { cpuRequest: '1', memoryRequest: '1Gi', memoryLimit: '1Gi\nx: y' },
    ],
    ['repository', 'git@github.com:shop/orders-api.git'],
    ['repository', 'file:///etc'],
    ['repository', 'https://git.example.com/../orders-api.git'],
    ['repository', 'https://git.example.com/shop/orders api.git'],
    ['repository', 'https://user:password@git.example.com/shop/orders-api.git'],
    ['repository', 'https://git.example.com/-x'],
    ['repository', 'github.com?owner=shop&repo=a"b'],
    ['gitops', 'ext::sh -c whoami'],
    ['registry', 'GHCR.io/example'],
    ['registry', 'ghcr.io/example:latest'],
    ['registry', 'ghcr.io/example" #'],
    ['registry', 'https://ghcr.io/example'],
  ])('are refused: %s %j', async (field, value) => {
    await expect(
      renderTemplate({
        template: 'kubernetes-service',
        values: { ...answers, [field]: value } as any,
      }),
    ).rejects.toThrow(new RegExp(`\\b${field}\\b`));
  });

  it.each([
    'He said "no": #1, {a: b} & *c',
    "- 'single' \\ backslash \\n %YAML",
    '${{ values.name }} {{ .Values.image.repository }} {{ fail "x" }}',
    '{% raw %} {{ `x` }} {{- end }} {# comment #}',
    '$(id) `id` ${HOME} && ; | > <script>',
    '@owner ! % ~ null',
  ])('are text where a text is asked for: %s', async description => {
    const files = await renderTemplate({
      template: 'kubernetes-service',
      values: { ...answers, description },
    });
    const read = (path: string) => parse(String(files.get(path)));
    expect(read('orders-api/charts/orders-api/Chart.yaml').description).toBe(
      description,
    );
    expect(read('gitops/projects/orders-api.yaml').spec.description).toBe(
      description,
    );
    expect(read('orders-api/catalog-info.yaml').metadata.description).toBe(
      description,
    );
  });

  describeWithTools('helm')('and Helm', () => {
    it('are not evaluated in what is deployed either', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'kubernetes-service-'));
      try {
        const description = '{{ fail "evaluated" }} {{ .Release.Name }}';
        await renderToFolder({
          template: 'kubernetes-service',
          values: { ...answers, description },
          folder,
        });
        const chart = new Chart({
          folder: join(folder, 'orders-api'),
          name: 'orders-api',
        });
        expect(onlyOf(await chart.render(), 'Deployment').metadata.name).toBe(
          'orders-api',
        );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
});
