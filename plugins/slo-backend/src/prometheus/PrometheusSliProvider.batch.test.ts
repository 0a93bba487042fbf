import type { Indicator } from '@golden-path/backstage-plugin-slo-common';
import type { SliSubject } from '@golden-path/backstage-plugin-slo-node';
import { describeWithPrometheus } from './__testUtils__/describeWithPrometheus';
import { gauge } from './__testUtils__/gauge';
import { RealPrometheus } from './__testUtils__/RealPrometheus';
import { StandInServer } from './__testUtils__/StandInServer';
import { PrometheusClient } from './client/PrometheusClient';
import { PrometheusSliProvider } from './PrometheusSliProvider';

jest.setTimeout(60_000);

const TO = Date.UTC(2025, 5, 10) / 1000;
const SUBJECTS = 1000;
const signal = new AbortController().signal;

/** Service i has i + 10 requests a minute, of which 9 are good and 8 are fast. */
const series = Array.from({ length: SUBJECTS }, (_, i) => {
  const counter = (name: string, labels: object, perMinute: number) =>
    gauge(
      name,
      { service: `s${i}`, ...labels },
      {
        ...{ from: TO - 1800, to: TO, step: 60 },
        value: at => ((at - TO + 1800) / 60) * perMinute,
      },
    );
  return [
    counter('requests_total', { code: '200' }, 9),
    counter('requests_total', { code: '500' }, i + 1),
    counter('seconds_bucket', { le: '0.5' }, 8),
    counter('seconds_bucket', { le: '+Inf' }, i + 10),
    counter('seconds_count', {}, i + 10),
  ];
}).flat();

function indicatorOf(i: number): Indicator {
  const common = { inferred: true, warnings: [], rangeSeconds: 300 };
  const of = `service="s${i}"`;
  return i % 2 === 0
    ? {
        form: 'ratio',
        good: `sum(rate(requests_total{${of},code!~"5.."}[5m]))`,
        total: `sum(rate(requests_total{${of}}[5m]))`,
        ...common,
      }
    : {
        form: 'latency',
        good: `sum(rate(seconds_bucket{${of},le="0.5"}[5m]))`,
        total: `sum(rate(seconds_count{${of}}[5m]))`,
        buckets: `seconds_bucket{${of}}`,
        thresholdSeconds: 0.5,
        ...common,
      };
}

describeWithPrometheus('PrometheusSliProvider with 1,000 SLOs', () => {
  let server: RealPrometheus;
  let proxy: StandInServer;

  beforeAll(async () => {
    server = await RealPrometheus.start({ series });
    proxy = await StandInServer.start(StandInServer.forwardTo(server.url));
  });
  afterAll(async () => {
    await proxy.stop();
    await server.stop();
  });

  it('measures three tiles of each in at most 40 calls and 20 s', async () => {
    const provider = new PrometheusSliProvider(
      new PrometheusClient({ name: 'main', url: proxy.url }),
    );
    const subjects: SliSubject[] = Array.from({ length: SUBJECTS }, (_, i) => ({
      key: `k${i}`,
      indicator: indicatorOf(i),
    }));
    const started = Date.now();
    const results = await provider.measure({
      ...{ subjects, tileSeconds: 300, from: TO - 900, to: TO, signal },
    });
    expect(Date.now() - started).toBeLessThan(20_000);
    // 50 subjects a call, and 100 of the 500 histograms.
    expect(proxy.requests).toHaveLength(20 + 5);

    const rounded = results.map(({ key, tiles, warnings, error }) => [
      key,
      tiles.map(({ start, good, total }) => [
        start - TO,
        Number(good.toFixed(6)),
        Number(total.toFixed(6)),
      ]),
      warnings,
      error,
    ]);
    expect(rounded).toEqual(
      subjects.map(({ key }, i) => {
        const good = i % 2 === 0 ? 45 : 40;
        const total = 5 * (i + 10);
        const tiles = [-900, -600, -300].map(start => [start, good, total]);
        return [key, tiles, [], undefined];
      }),
    );
  });
});
