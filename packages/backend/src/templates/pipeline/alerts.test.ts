import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { renderService } from './__testUtils__/renderService';
import { runScript } from './__testUtils__/runScript';

jest.setTimeout(60_000);

describeWithTools('helm', 'promtool')('the check of alerts', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alerts-'));
    await renderService({ folder });
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const check = () =>
    runScript({
      repository: join(folder, 'orders-api'),
      script: '.github/scripts/chart/test-alerts.sh',
      env: { SERVICE: 'orders-api' },
    });

  it('passes the chart as it is made', async () => {
    const { code, log } = await check();
    expect(log).toMatch(/SUCCESS: \d+ rules found[^]*SUCCESS/);
    expect(code).toBe(0);
  });

  it('fails where an alert no longer fires', async () => {
    const template = join(
      folder,
      'orders-api/charts/orders-api/templates/prometheus-rule.yaml',
    );
    const rules = await readFile(template, 'utf8');
    await writeFile(template, rules.replace('for: 5m', 'for: 500m'));
    const { code, log } = await check();
    expect(log).toContain('FAILED');
    expect(code).not.toBe(0);
  });
});
