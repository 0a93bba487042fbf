import type { Indicator } from '@golden-path/backstage-plugin-slo-common';
import type {
  MeasuredTile,
  SliSubject,
} from '@golden-path/backstage-plugin-slo-node';
import { knownHistory, type KnownTile } from './__testUtils__/knownHistory';
import { describeWithPrometheus } from './__testUtils__/describeWithPrometheus';
import { RealPrometheus } from './__testUtils__/RealPrometheus';
import { PrometheusClient } from './client/PrometheusClient';
import { PrometheusSliProvider } from './PrometheusSliProvider';

jest.setTimeout(120_000);

const TO = Date.UTC(2025, 5, 10) / 1000;
const history = knownHistory({ to: TO, days: 35 });
const { from, to } = history;
const signal = new AbortController().signal;
const ALL = 'http_requests_total{job="api"}';

function ratio(good: string, total = ALL): Indicator {
  return {
    form: 'ratio',
    good: `sum(rate(${good}[5m]))`,
    total: `sum(rate(${total}[5m]))`,
    inferred: true,
    warnings: [],
    rangeSeconds: 300,
  };
}

function latency(thresholdSeconds: number): Indicator {
  const selector = 'http_request_duration_seconds_bucket{path="/api/orders"}';
  return {
    form: 'latency',
    good: `sum(rate(http_request_duration_seconds_bucket{path="/api/orders", le="${thresholdSeconds}"}[5m]))`,
    total:
      'sum(rate(http_request_duration_seconds_count{path="/api/orders"}[5m]))',
    buckets: selector,
    thresholdSeconds,
    inferred: true,
    warnings: [],
    rangeSeconds: 300,
  };
}

function sum<T>(items: T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

function expectTiles(
  measured: MeasuredTile[],
  known: KnownTile[],
  good: (tile: KnownTile) => number,
) {
  expect(measured.map(({ start }) => start)).toEqual(
    known.map(({ start }) => start),
  );
  const wrong = known.filter((tile, i) => {
    const { good: g, total: t } = measured[i];
    return (
      !tile.approximate &&
      (Math.abs(g - good(tile)) > 1e-6 || Math.abs(t - tile.total) > 1e-6)
    );
  });
  expect(wrong).toEqual([]);
  const share = (a: number, b: number) => Math.abs(a / b - 1);
  expect(
    share(
      sum(measured, ({ total }) => total),
      sum(known, ({ total }) => total),
    ),
  ).toBeLessThan(0.0001);
  const bad = sum(known, tile => tile.total - good(tile));
  expect(
    share(
      sum(measured, tile => tile.total - tile.good),
      bad,
    ),
  ).toBeLessThan(0.001);
}

describeWithPrometheus('PrometheusSliProvider over 35 known days', () => {
  let server: RealPrometheus;
  let provider: PrometheusSliProvider;

  beforeAll(async () => {
    server = await RealPrometheus.start({ series: history.series });
    provider = new PrometheusSliProvider(
      new PrometheusClient({ name: 'main', url: server.url }),
    );
  });
  afterAll(() => server.stop());

  async function measure(indicators: Record<string, Indicator>, request = {}) {
    const subjects: SliSubject[] = Object.entries(indicators).map(
      ([key, indicator]) => ({ key, indicator }),
    );
    const results = await provider.measure({
      subjects,
      tileSeconds: 300,
      from,
      to,
      signal,
      ...request,
    });
    expect(results.map(({ key }) => key)).toEqual(Object.keys(indicators));
    return results;
  }

  it('counts 35 days tile by tile, whether good or bad is asked for', async () => {
    const [good, bad, fast] = await measure({
      good: ratio('http_requests_total{job="api", status!~"5.."}'),
      bad: {
        form: 'ratio',
        bad: 'sum(rate(http_requests_total{job="api", status=~"5.."}[5m]))',
        total: `sum(rate(${ALL}[5m]))`,
        inferred: false,
        warnings: [],
      },
      fast: latency(0.5),
    });
    // 35 days of 288 tiles without the 36 of the gap.
    expect(good.tiles).toHaveLength(35 * 288 - 36);
    expectTiles(good.tiles, history.tiles, tile => tile.good);
    expectTiles(bad.tiles, history.tiles, tile => tile.good);
    expectTiles(fast.tiles, history.tiles, tile => tile.fast);
    expect([good, bad, fast].map(({ warnings }) => warnings)).toEqual([
      [],
      [],
      [],
    ]);
    expect([good, bad, fast].some(({ error }) => error)).toBe(false);
    expect(good.tiles.filter(({ anomaly }) => anomaly)).toEqual([]);
  });

  it('takes a vanished good series beside a living total for a total failure', async () => {
    const outage = TO - 16 * 86_400 + 13 * 3600;
    const [{ tiles }] = await measure(
      { good: ratio('http_requests_total{job="api", status="200"}') },
      { from: outage - 300, to: outage + 3600 },
    );
    expect(tiles).toHaveLength(13);
    expect(tiles.map(({ good, total }) => [good > 0, total > 0])).toEqual([
      [true, true],
      ...Array(9).fill([false, true]),
      ...Array(3).fill([true, true]),
    ]);
  });

  it('keeps a night without traffic as measured silence', async () => {
    const night = TO - 86_400 + 3600;
    const [{ tiles }] = await measure(
      { good: ratio('http_requests_total{job="api", status="200"}') },
      { from: night, to: night + 3 * 3600 },
    );
    expect(tiles).toHaveLength(36);
    expect(tiles).toEqual(
      tiles.map(({ start }) => ({ start, good: 0, total: 0, anomaly: false })),
    );
  });

  it('counts with the nearest bucket where none ends at the target', async () => {
    const [near, exact] = await measure(
      { near: latency(0.4), exact: latency(0.5) },
      { from: TO - 86_400 },
    );
    expect(near.warnings).toEqual([
      'No bucket ends at 0.4 s; 0.5 s, the nearest, is used.',
    ]);
    expect(near.tiles).toHaveLength(288);
    expect(near.tiles).toEqual(exact.tiles);
    expect(exact.warnings).toEqual([]);
  });

  it('finds the first hour of data', async () => {
    const indicator = ratio('http_requests_total{status="200"}');
    await expect(
      provider.oldest({
        subjects: [
          { key: 'a', indicator },
          { key: 'b', indicator: ratio('nothing', 'nothing') },
        ],
        from: from - 10 * 86_400,
        to,
        signal,
      }),
    ).resolves.toEqual(new Map([['a', from]]));
    await expect(
      provider.oldest({
        subjects: [{ key: 'a', indicator }],
        from: from + 1800,
        to,
        signal,
      }),
    ).resolves.toEqual(new Map([['a', from + 1800]]));
  });
});
