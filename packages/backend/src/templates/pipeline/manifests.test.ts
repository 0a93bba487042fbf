import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { renderService } from './__testUtils__/renderService';
import { runScript } from './__testUtils__/runScript';

jest.setTimeout(60_000);

describeWithTools('helm', 'kubeconform')('the check of manifests', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manifests-'));
    await renderService({ folder });
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function check() {
    const schemas = join(process.env.GOLDEN_PATH_TOOLS ?? '', 'schemas');
    const report = join(folder, 'report.json');
    const { code, log } = await runScript({
      repository: join(folder, 'orders-api'),
      script: '.github/scripts/chart/check-manifests.sh',
      args: [
        report,
        `${schemas}/{{.NormalizedKubernetesVersion}}-standalone-strict/{{.ResourceKind}}{{.KindSuffix}}.json`,
        `${schemas}/crds/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json`,
      ],
      env: { SERVICE: 'orders-api', VERSION: 'a'.repeat(40) },
    });
    return { code, log, report: JSON.parse(await readFile(report, 'utf8')) };
  }

  it('passes the chart as it is made', async () => {
    const { code, report } = await check();
    expect({ code, summary: report.summary }).toEqual({
      code: 0,
      summary: {
        valid: expect.any(Number),
        invalid: 0,
        errors: 0,
        skipped: 0,
      },
    });
    expect(report.summary.valid).toBeGreaterThan(5);
  });

  it('refuses a field that Kubernetes does not know', async () => {
    const template = join(
      folder,
      'orders-api/charts/orders-api/templates/service-account.yaml',
    );
    await appendFile(template, '\nsecretz: []\n');
    const { code, log } = await check();
    expect(code).toBe(1);
    expect(log).toMatch(/::error title=ServiceAccount\/.*secretz/);
  });
});
