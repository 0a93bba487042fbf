import type {
  Indicator,
  SlicesIndicator,
} from '@golden-path/backstage-plugin-slo-common';
import { describeWithPrometheus } from './__testUtils__/describeWithPrometheus';
import { gauge } from './__testUtils__/gauge';
import type { PrometheusSeries } from './__testUtils__/PrometheusSeries';
import { RealPrometheus } from './__testUtils__/RealPrometheus';
import { StandInServer } from './__testUtils__/StandInServer';
import { PrometheusClient } from './client/PrometheusClient';
import { PrometheusSliProvider } from './PrometheusSliProvider';

jest.setTimeout(60_000);

const TO = Math.floor(Date.now() / 3600_000) * 3600;
const HOUR = 3600;
const signal = new AbortController().signal;
const every = (step: number, value: (at: number) => number, from = HOUR) => ({
  from: TO - from,
  to: TO,
  step,
  value,
});

/** Ten requests a minute, `share` of them counted. */
function counts(
  name: string,
  labels: Record<string, string>,
  share = 1,
  { from, to } = { from: TO - 4 * HOUR, to: TO },
): PrometheusSeries {
  return gauge(name, labels, {
    ...{ from, to, step: 60 },
    value: at => ((at - TO) / 6 + 1e6) * share,
  });
}

const series: PrometheusSeries[] = [
  gauge(
    'queue_seconds',
    {},
    every(60, at => (at < TO - 1800 ? 0.1 : 0.9)),
  ),
  gauge(
    'queue_nan',
    {},
    every(60, at => (at === TO - 600 ? NaN : 0.1)),
  ),
  ...['a', 'b', 'c'].map(pod =>
    gauge(
      'pod_seconds',
      { pod },
      every(60, () => 1),
    ),
  ),
  gauge(
    'turns',
    { pod: 'old' },
    {
      ...every(60, () => 1),
      to: TO - 1800,
    },
  ),
  gauge(
    'turns',
    { pod: 'new' },
    every(60, () => 2, 1200),
  ),
  gauge(
    'level',
    { kind: 'nan' },
    every(60, () => NaN),
  ),
  gauge(
    'level',
    { kind: 'half' },
    every(60, () => 0.5),
  ),
  gauge(
    'level',
    { kind: 'one' },
    every(60, () => 1),
  ),
  gauge(
    'level',
    { kind: 'negative' },
    every(60, () => -1),
  ),
  counts('young_total', {}, 1, { from: TO - 1500, to: TO }),
  // Another set of buckets since two hours.
  counts('h_bucket', { le: '0.5' }, 0.9, {
    from: TO - 4 * HOUR,
    to: TO - 2 * HOUR,
  }),
  counts('h_bucket', { le: '0.25' }, 0.8, { from: TO - 2 * HOUR, to: TO }),
  counts('h_bucket', { le: '1.0' }, 1, { from: TO - 2 * HOUR, to: TO }),
  counts('h_bucket', { le: '+Inf' }),
  counts('h_count', {}),
  counts('new_bucket', { le: '0.5' }, 0.9, { from: TO - 420, to: TO }),
  counts('new_count', {}, 1, { from: TO - 420, to: TO }),
  counts('inf_bucket', { le: '+Inf' }),
  counts('inf_count', {}),
];

function slices(query: string, value = 0.5): SlicesIndicator {
  return {
    ...{ form: 'slices', query, op: 'lt', value },
    ...{ inferred: false, warnings: [] },
  } as SlicesIndicator;
}

function level(good: string, total: string): Indicator {
  return {
    ...{ form: 'ratio', good: `level{kind="${good}"}` },
    ...{ total: `level{kind="${total}"}`, inferred: false, warnings: [] },
  } as Indicator;
}

function latency(thresholdSeconds: number, metric = 'h'): Indicator {
  return {
    form: 'latency',
    good: `sum(rate(${metric}_bucket{le="${thresholdSeconds}"}[5m]))`,
    total: `sum(rate(${metric}_count[5m]))`,
    buckets: `${metric}_bucket`,
    ...{ thresholdSeconds, inferred: true, warnings: [], rangeSeconds: 300 },
  };
}

describeWithPrometheus('PrometheusSliProvider case by case', () => {
  let server: RealPrometheus;
  let proxy: StandInServer;
  let provider: PrometheusSliProvider;

  beforeAll(async () => {
    server = await RealPrometheus.start({ series });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    proxy = await StandInServer.start(StandInServer.forwardTo(server.url));
    provider = new PrometheusSliProvider(
      new PrometheusClient({ name: 'main', url: proxy.url }),
    );
  });
  afterEach(() => proxy.stop());

  async function measure(indicator: Indicator, from: number, to = TO) {
    const [result] = await provider.measure({
      subjects: [{ key: 'k', indicator }],
      ...{ tileSeconds: 300, from, to, signal },
    });
    return result;
  }

  it('judges slices at their ends', async () => {
    const { tiles } = await measure(slices('queue_seconds'), TO - HOUR);
    expect(tiles.map(({ start, good }) => [start - TO, good])).toEqual([
      ...[-3600, -3300, -3000, -2700, -2400].map(start => [start, 1]),
      ...[-2100, -1800, -1500, -1200, -900, -600, -300].map(s => [s, 0]),
    ]);
  });

  it('leaves out a slice without a number', async () => {
    const { tiles } = await measure(slices('queue_nan'), TO - 1200);
    expect(tiles.map(({ start }) => start - TO)).toEqual([-1200, -600, -300]);
  });

  it('names the number of series where one was expected', async () => {
    expect(await measure(slices('pod_seconds'), TO - 900)).toEqual({
      key: 'k',
      tiles: [],
      warnings: [],
      error: 'expected one series, got 3; aggregate the query',
    });
  });

  it('lets series take turns', async () => {
    const { tiles } = await measure(slices('turns', 1.5), TO - HOUR);
    expect(tiles.map(({ good }) => good)).toEqual([
      ...Array(7).fill(1), // the last one by Prometheus' look-back of 5 min
      ...Array(5).fill(0),
    ]);
  });

  it.each([
    ['half', 'one', { good: 150, total: 300, anomaly: false }, []],
    ['one', 'half', { good: 150, total: 150, anomaly: true }, []],
    ['nan', 'one', undefined, []],
    ['one', 'nan', undefined, []],
    [
      'negative',
      'one',
      undefined,
      [
        `1 tile, at ${new Date((TO - 300) * 1000)
          .toISOString()
          .replace('.000', '')}, left out: a count is negative.`,
      ],
    ],
    ['none', 'none', undefined, []],
  ])('reads good %s of total %s', async (good, total, tile, warnings) => {
    expect(await measure(level(good, total), TO - 300)).toEqual({
      key: 'k',
      tiles: tile ? [{ start: TO - 300, ...tile }] : [],
      warnings,
    });
  });

  it('does not take missing good for a failure where the answer is partial', async () => {
    const forward = StandInServer.forwardTo(server.url);
    proxy.respond = async request => {
      const answer = await forward(request);
      const body = JSON.parse(answer!.body);
      return {
        body: JSON.stringify({ ...body, warnings: ['store 2 is down'] }),
      };
    };
    const { tiles, warnings } = await measure(level('none', 'one'), TO - 600);
    expect(tiles).toEqual([]);
    const at = new Date((TO - 600) * 1000).toISOString().replace('.000', '');
    expect(warnings).toEqual([
      'The answer may lack data: store 2 is down.',
      `2 tiles, the first at ${at}, left out: a total came without its good count.`,
    ]);

    proxy.respond = forward;
    const healed = await measure(level('none', 'one'), TO - 300);
    expect(healed.tiles).toEqual([
      { start: TO - 300, good: 0, total: 300, anomaly: false },
    ]);
    expect(healed.warnings).toEqual([]);
  });

  it('follows a histogram that gets other buckets', async () => {
    const before = await measure(latency(0.5), TO - 3 * HOUR, TO - 2 * HOUR);
    expect(before.warnings).toEqual([]);
    expect(before.tiles).toHaveLength(12);
    expect(before.tiles[0].good).toBeCloseTo(45, 6); // 90 % of 50

    // The bounds are taken as known; their bucket is gone, but nothing has failed.
    const change = await measure(latency(0.5), TO - 2 * HOUR, TO - HOUR);
    expect(change.tiles).toEqual([]);
    expect(change.warnings).toHaveLength(1);
    expect(change.warnings[0]).toMatch(
      /^12 tiles, the first at .*, left out: a total came without its good count\.$/,
    );

    const after = await measure(latency(0.5), TO - HOUR);
    expect(after.warnings).toEqual([
      'No bucket ends at 0.5 s; 0.25 s, the nearest, is used.',
    ]);
    expect(after.tiles).toHaveLength(12);
    expect(after.tiles[0].good).toBeCloseTo(40, 6); // 80 % of 50
  });

  it('finds a bound in another spelling', async () => {
    const { tiles, warnings } = await measure(latency(1), TO - HOUR);
    expect(warnings).toEqual([]);
    expect(tiles[0].good).toBeCloseTo(50, 6);
  });

  it('sees a histogram that is minutes old at the end of seven hours', async () => {
    const { tiles, warnings } = await measure(
      latency(0.5, 'new'),
      TO - 7 * HOUR + 300,
    );
    expect(warnings).toEqual([]);
    expect(tiles.at(-1)).toMatchObject({ start: TO - 300 });
    expect(tiles.at(-1)!.good).toBeCloseTo(45, 6); // 90 % of 50
  });

  it('asks for the bounds once an hour', async () => {
    const questions = async () => {
      proxy.requests.length = 0;
      await measure(latency(1), TO - 900);
      return proxy.requests.length;
    };
    expect(await questions()).toBe(2);
    expect(await questions()).toBe(1);
    jest.useFakeTimers({
      now: Date.now() + 3601_000,
      doNotFake: [
        'nextTick',
        'setImmediate',
        'setTimeout',
        'clearTimeout',
        'queueMicrotask',
        'performance',
      ],
    });
    try {
      expect(await questions()).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([['inf'], ['absent']])(
    'measures nothing without buckets: %s',
    async metric => {
      expect(await measure(latency(0.5, metric), TO - HOUR)).toEqual({
        key: 'k',
        tiles: [],
        warnings: [
          `There are no buckets of ${metric}_bucket in the time that was asked for.`,
        ],
      });
    },
  );

  it('sees a service that is younger than an hour', async () => {
    const indicator = level('one', 'one');
    const subject = {
      key: 'young',
      indicator: { ...indicator, total: 'sum(rate(young_total[5m]))' },
    };
    await expect(
      provider.oldest({
        subjects: [subject as never],
        ...{ from: TO - 86_400, to: TO, signal },
      }),
    ).resolves.toEqual(new Map([['young', TO - HOUR]]));
  });
});
