import { describeWithPrometheus } from './__testUtils__/describeWithPrometheus';
import { gauge } from './__testUtils__/gauge';
import { RealPrometheus } from './__testUtils__/RealPrometheus';
import { PrometheusClient } from './client/PrometheusClient';
import { PrometheusSliProvider } from './PrometheusSliProvider';

jest.setTimeout(60_000);

const signal = new AbortController().signal;

describeWithPrometheus('PrometheusSliProvider.tileSeconds', () => {
  let server: RealPrometheus;
  const now = Math.floor(Date.now() / 1000);

  beforeAll(async () => {
    server = await RealPrometheus.start({
      series: [15, 20, 30, 60].map(step =>
        gauge(
          `every_${step}s`,
          {},
          {
            ...{ from: now - 1200, to: now + 1200, step },
            value: () => 1,
          },
        ),
      ),
    });
  });
  afterAll(() => server.stop());

  it.each([
    [
      'its own range',
      { total: 'rate(every_15s[10m])', rangeSeconds: 600 },
      600,
    ],
    ['a scrape every 15 s', { total: 'sum(every_15s)' }, 60],
    ['a scrape every 20 s', { total: 'sum(every_20s offset 1m)' }, 60],
    ['a scrape every 30 s', { total: 'sum(every_30s)' }, 300],
    ['a scrape every 60 s', { total: 'sum(every_60s)' }, 300],
    ['nothing known', { total: 'sum(absent)' }, 300],
  ])('goes by %s', async (_, indicator, expected) => {
    const provider = new PrometheusSliProvider(
      new PrometheusClient({ name: 'main', url: server.url }),
    );
    const subject = {
      key: 'k',
      indicator: {
        ...{ form: 'ratio' as const, good: 'x', inferred: true, warnings: [] },
        ...indicator,
      },
    };
    expect(await provider.tileSeconds({ subjects: [subject], signal })).toEqual(
      new Map([['k', expected]]),
    );
  });

  it('takes a slice’s selector', async () => {
    const provider = new PrometheusSliProvider(
      new PrometheusClient({ name: 'main', url: server.url }),
    );
    const indicator = {
      ...{
        form: 'slices' as const,
        query: 'avg(every_60s)',
        op: 'lt' as const,
      },
      ...{ value: 1, selector: 'every_15s', inferred: true, warnings: [] },
    };
    const subject = { key: 'k', indicator };
    expect(await provider.tileSeconds({ subjects: [subject], signal })).toEqual(
      new Map([['k', 60]]),
    );
  });
});
