import { describeWithPrometheus } from '../__testUtils__/describeWithPrometheus';
import { gauge } from '../__testUtils__/gauge';
import { RealPrometheus } from '../__testUtils__/RealPrometheus';
import { StandInServer } from '../__testUtils__/StandInServer';
import { PrometheusClient } from '../client/PrometheusClient';
import { BatchedQueries } from './BatchedQueries';
import type { KeyedQuestion } from './KeyedQuestion';

jest.setTimeout(60_000);

const TO = Date.UTC(2025, 5, 10) / 1000;
const signal = new AbortController().signal;
const SERVICES = 200;

/** Service i has the value i. */
const series = Array.from({ length: SERVICES }, (_, i) =>
  gauge(
    'level',
    { service: `s${i}` },
    {
      ...{ from: TO - 3600, to: TO, step: 60 },
      value: () => i,
    },
  ),
);

function services(count: number): KeyedQuestion[] {
  return Array.from({ length: count }, (_, i) => ({
    key: `k${i}`,
    expressions: { value: `sum(\nlevel{service="s${i}"}\n)` },
  }));
}

function odd(key: string, value: string): KeyedQuestion {
  return { key, expressions: { value } };
}

describeWithPrometheus('BatchedQueries', () => {
  let server: RealPrometheus;
  let proxy: StandInServer;
  let queries: BatchedQueries;

  beforeAll(async () => {
    server = await RealPrometheus.start({ series });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    proxy = await StandInServer.start(StandInServer.forwardTo(server.url));
    queries = withTimeout(1000);
  });
  afterEach(() => proxy.stop());

  function withTimeout(timeoutMilliseconds: number) {
    return new BatchedQueries(
      new PrometheusClient({
        ...{ name: 'main', url: proxy.url, timeoutMilliseconds },
        maxResponseBytes: 100_000,
      }),
    );
  }

  async function ask(questions: KeyedQuestion[], request = {}) {
    proxy.requests.length = 0;
    const answers = await queries.ask({
      questions,
      ...{ start: TO - 120, end: TO, step: 60, signal },
      ...request,
    });
    const errors: Record<string, string> = {};
    const values: Record<string, number[]> = {};
    for (const [key, { error, series: found }] of answers) {
      if (error) {
        errors[key] = error;
      } else {
        values[key] = (found.value ?? []).flatMap(one =>
          one.values.map(([, value]) => value),
        );
      }
    }
    return { errors, values, calls: proxy.requests.length };
  }

  function expected(count: number): Record<string, number[]> {
    return Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`k${i}`, [i, i, i]]),
    );
  }

  it('asks two hundred questions in two calls and tells the answers apart', async () => {
    expect(await ask(services(200))).toEqual({
      errors: {},
      values: expected(200),
      calls: 2,
    });
  });

  it('asks for a long time in several calls', async () => {
    const start = TO - 3600 - 2020 * 60;
    const { values, calls } = await ask(services(2), { start });
    // 2,081 instants in chunks of 1,008; the samples begin an hour before the end.
    expect(calls).toBe(3);
    expect(values.k1).toHaveLength(61);
  });

  const FAULTY: [string, KeyedQuestion, RegExp][] = [
    [
      'does not parse',
      odd('bad', 'sum(\nlevel{service="s1"\n)'),
      /^Prometheus 'main' refuses the query: .*parse error.* \(bad_data\)$/,
    ],
    [
      'has the wrong type',
      odd('bad', 'rate(level)'),
      /expected type range vector .* \(bad_data\)$/,
    ],
    [
      'fails on its data',
      odd('bad', 'level * on (job) level'),
      /many-to-many matching not allowed.* \(execution\)$/,
    ],
  ];
  it.each(FAULTY)(
    'isolates a question that %s, and keeps it apart next time',
    async (_, bad, error) => {
      const first = await ask([...services(60), bad]);
      expect(first.values).toMatchObject(expected(60));
      expect(first.errors).toEqual({ bad: expect.stringMatching(error) });
      // One for the batch, one to see whether the server is well, two for each of six halvings.
      expect(first.calls).toBeLessThanOrEqual(14);

      const second = await ask([...services(60), bad]);
      expect(second).toEqual({ ...first, calls: 2 });
    },
  );

  it('keeps a question from answering for its neighbours', async () => {
    const forger = odd(
      'forger',
      'level{service="s7"}, "golden_path_key", "k1:value", "", "") or label_replace(vector(9)',
    );
    expect(await ask([...services(3), forger])).toEqual({
      errors: {
        forger: `Prometheus 'main' answered with a series that was not asked for: expected the label 'golden_path_key', got {"__name__":"level","golden_path_key":"k1:value","service":"s7"}`,
      },
      values: expected(3),
      calls: 2,
    });
  });

  it('lets a question that recovers join the others again', async () => {
    const forward = StandInServer.forwardTo(server.url);
    proxy.respond = request =>
      request.form.get('query')!.includes('"s3"')
        ? {
            status: 422,
            body: '{"status":"error","errorType":"execution","error":"oh"}',
          }
        : forward(request);
    const first = await ask(services(8));
    expect(first.errors).toEqual({
      k3: "Prometheus 'main' refuses the query: oh (execution)",
    });

    proxy.respond = forward;
    expect(await ask(services(8))).toMatchObject({ errors: {}, calls: 2 });
    expect(await ask(services(8))).toEqual({
      errors: {},
      values: expected(8),
      calls: 1,
    });
  });

  it('does not let one slow query blind the others', async () => {
    const forward = StandInServer.forwardTo(server.url);
    proxy.respond = request =>
      request.form.get('query')!.includes('"s3"')
        ? undefined
        : forward(request);
    const { errors, values } = await ask(services(8));
    expect(errors).toEqual({
      k3: "Prometheus 'main' did not answer within 1 s",
    });
    const { k3, ...others } = expected(8);
    expect(k3).toBeDefined();
    expect(values).toEqual(others);
  });

  it('does not let one huge answer blind the others', async () => {
    const huge = odd(
      'huge',
      ['a', 'b', 'c', 'd', 'e', 'f']
        .map(x => `label_replace(level, "x", "${x}", "", "")`)
        .join(' or '),
    );
    const { errors, values } = await ask([...services(8), huge]);
    expect(errors).toEqual({
      huge: expect.stringMatching(
        /^Prometheus 'main' answered with more than .* MiB$/,
      ),
    });
    expect(values).toEqual(expected(8));
  });

  it.each([
    [
      'refuses everything',
      {
        status: 400,
        body: '{"status":"error","errorType":"bad_data","error":"no tenant"}',
      },
      "Prometheus 'main' refuses the query: no tenant (bad_data)",
    ],
    ['never answers', undefined, "Prometheus 'main' did not answer within 1 s"],
    [
      'takes no queries',
      { status: 429, body: '' },
      "Prometheus 'main' takes no queries at present: 429 Too Many Requests",
    ],
  ])('fails as a whole when the server %s', async (_, planned, message) => {
    proxy.respond = () => planned;
    await expect(ask(services(200))).rejects.toThrow(message);
    expect(proxy.requests.length).toBeLessThanOrEqual(4);

    proxy.respond = StandInServer.forwardTo(server.url);
    expect(await ask(services(200))).toMatchObject({
      errors: {},
      values: expected(200),
    });
  });

  it('fails as a whole when most queries are slow, and asks less at once from then on', async () => {
    queries = withTimeout(500);
    const forward = StandInServer.forwardTo(server.url);
    proxy.respond = request =>
      request.path === '/api/v1/query' ? forward(request) : undefined;
    await expect(ask(services(30))).rejects.toThrow(
      "Prometheus 'main' did not answer within 0.5 s",
    );
    expect(
      proxy.requests.filter(({ path }) => path.endsWith('query_range')),
    ).toHaveLength(9);

    proxy.respond = forward;
    expect(await ask(services(100))).toMatchObject({ errors: {}, calls: 2 });
  });

  it('stops when the caller does', async () => {
    const controller = new AbortController();
    proxy.respond = () => {
      controller.abort(new Error('the task lost its lock'));
      return undefined;
    };
    await expect(
      ask(services(200), { signal: controller.signal }),
    ).rejects.toThrow('the task lost its lock');
  });
});
