import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { burnAlertRules } from '@golden-path/backstage-plugin-slo-common';
import { renderToFolder } from '../__testUtils__/renderToFolder';
import { Chart } from './__testUtils__/Chart';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { onlyOf } from './__testUtils__/onlyOf';
import { runTool } from './__testUtils__/runTool';

jest.setTimeout(120_000);

const RULES = 'templates/prometheus-rule.yaml';

const SECONDS: Record<string, number> = { m: 60, h: 3_600, d: 86_400 };

interface AlertRule {
  alert: string;
  expr: string;
  labels: Record<string, string>;
}

describeWithTools('helm', 'promtool')('the alerts of a service', () => {
  let folder: string;
  let chart: Chart;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kubernetes-service-'));
    await renderToFolder({
      template: 'kubernetes-service',
      values: {
        name: 'orders-api',
        owner: 'group:default/shop',
        language: 'go',
        exposure: 'public',
        objective: 0.999,
      },
      folder,
    });
    chart = new Chart({
      folder: join(folder, 'orders-api'),
      name: 'orders-api',
    });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function rulesOf(options: Parameters<Chart['render']>[0]) {
    return onlyOf(
      await chart.render({ ...options, only: [RULES] }),
      'PrometheusRule',
    ).spec;
  }

  async function alertsOf(values: object): Promise<AlertRule[]> {
    const { groups } = await rulesOf({ values });
    return groups
      .flatMap(({ rules }: { rules: AlertRule[] }) => rules)
      .filter(({ alert }: AlertRule) => alert);
  }

  it('fire when the unit tests that the team gets say so', async () => {
    const tests = join(chart.folder, 'tests');
    const rules = await rulesOf({
      files: [join(tests, 'values.yaml')],
      image: {},
      namespace: 'test',
    });
    await writeFile(join(tests, 'rules.yaml'), JSON.stringify(rules));
    const { code, stdout, stderr } = await runTool('promtool', [
      ...['test', 'rules'],
      join(tests, 'prometheus-rule.test.yaml'),
    ]);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: expect.stringContaining('SUCCESS'),
      stderr: '',
    });
  });

  it.each([0.99999, 0.999, 0.995, 0.95, 0.9, 0.5])(
    'fire at the burn rates of the portal, for an objective of %d',
    async objective => {
      const alerts = await alertsOf({
        slo: {
          availability: { objective },
          latency: { objective, thresholdSeconds: 0.5 },
        },
      });
      const burns = alerts.filter(({ alert }) => alert === 'ErrorBudgetBurn');
      for (const slo of ['availability', 'latency']) {
        expect(
          burns.filter(({ labels }) => labels.slo === slo).map(readBurnAlert),
        ).toEqual(
          burnAlertRules({ objective, windowSeconds: 30 * 86_400 }).map(
            ({ severity, longSeconds, shortSeconds, factor }) => ({
              severity,
              longSeconds,
              shortSeconds,
              limits: [1, 1].map(() =>
                expect.closeTo(factor * (1 - objective), 10),
              ),
            }),
          ),
        );
      }
    },
  );

  it('wake nobody for staging', async () => {
    const production = await alertsOf({});
    const staging = await alertsOf({ monitoring: { page: false } });
    const severities = (alerts: AlertRule[]) =>
      new Set(alerts.map(({ labels }) => labels.severity));
    expect(severities(production)).toEqual(new Set(['page', 'ticket']));
    expect(severities(staging)).toEqual(new Set(['ticket']));
    expect(staging).toHaveLength(production.length);
  });

  it('tell whose service it is', async () => {
    for (const { labels } of await alertsOf({})) {
      expect(labels).toMatchObject({ service: 'orders-api', owner: 'shop' });
    }
  });

  it.each([
    [0.25, 'le="0.25"'],
    [1, 'le=~"1|1[.]0"'],
    [10, 'le=~"10|10[.]0"'],
  ])(
    'count what takes %d s as clients write that',
    async (seconds, matcher) => {
      const latency = { objective: 0.95, thresholdSeconds: seconds };
      const { groups } = await rulesOf({ values: { slo: { latency } } });
      const records = groups[0].rules.filter(
        ({ labels }: AlertRule) => labels.slo === 'latency',
      );
      expect(records).toHaveLength(5);
      for (const { expr } of records) {
        expect(expr).toContain(`,${matcher}}`);
      }
    },
  );

  it('watch the autoscaler only where there is one', async () => {
    const names = async (enabled: boolean) =>
      (await alertsOf({ autoscaling: { enabled } })).map(({ alert }) => alert);
    expect(await names(true)).toContain('AutoscalerAtMaximum');
    expect(await names(false)).not.toContain('AutoscalerAtMaximum');
  });
});

/** What an alert on a burning budget compares, with the limits as Prometheus would compute them. */
function readBurnAlert({ expr, labels }: AlertRule) {
  const [long, short] = [...expr.matchAll(/ratio_rate(\d+)([mhd])\{/g)].map(
    ([, count, unit]) => Number(count) * SECONDS[unit],
  );
  const limits = [
    ...expr.matchAll(/> ([0-9.]+)(?: \* \(1 - ([0-9.]+)\))?$/gm),
  ].map(
    ([, factor, objective]) =>
      Number(factor) * (objective ? 1 - Number(objective) : 1),
  );
  expect(expr.split('\nand\n')).toHaveLength(2);
  return {
    severity: labels.severity,
    longSeconds: long,
    shortSeconds: short,
    limits,
  };
}
