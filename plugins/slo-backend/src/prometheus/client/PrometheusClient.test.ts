import {
  StandInServer,
  type PlannedResponse,
} from '../__testUtils__/StandInServer';
import { PrometheusClient } from './PrometheusClient';
import { PrometheusError } from './PrometheusError';
import { PrometheusQueryError } from './PrometheusQueryError';

const signal = new AbortController().signal;
const range = { query: 'up', start: 300, end: 900, step: 300, signal };

function matrix(result: unknown[], more: object = {}): string {
  return JSON.stringify({
    status: 'success',
    data: { resultType: 'matrix', result },
    ...more,
  });
}

function failure(errorType: string, error: string): string {
  return JSON.stringify({ status: 'error', errorType, error });
}

describe('PrometheusClient', () => {
  let server: StandInServer;
  beforeEach(async () => {
    server = await StandInServer.start(() => ({ body: matrix([]) }));
  });
  afterEach(() => server.stop());

  function client(options = {}) {
    return new PrometheusClient({ name: 'main', url: server.url, ...options });
  }

  it('posts a form below the base path, with the configured headers and its time limit', async () => {
    await client({
      url: `${server.url}/prometheus/`,
      headers: { 'x-scope-orgid': 'team-a', authorization: 'Bearer s3cret' },
      timeoutMilliseconds: 2500,
    }).queryRange(range);

    const [request] = server.requests;
    expect(request.path).toBe('/prometheus/api/v1/query_range');
    expect(request.method).toBe('POST');
    expect(request.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'x-scope-orgid': 'team-a',
      authorization: 'Bearer s3cret',
    });
    expect(Object.fromEntries(request.form)).toEqual({
      query: 'up',
      start: '300',
      end: '900',
      step: '300',
      timeout: '2.5',
    });
  });

  it('reads numbers, infinities, NaN and native histograms', async () => {
    server.respond = () => ({
      body: matrix([
        {
          metric: { job: 'a' },
          values: [
            [300, '0.5'],
            [600.0, '+Inf'],
            [900, '-Inf'],
            [1200, 'NaN'],
          ],
        },
        { metric: { job: 'b' }, histograms: [[300, { count: '1' }]] },
      ]),
    });
    const { series, warnings } = await client().queryRange(range);
    expect(series).toEqual([
      {
        metric: { job: 'a' },
        values: [
          [300, 0.5],
          [600, Infinity],
          [900, -Infinity],
          [1200, NaN],
        ],
      },
      { metric: { job: 'b' }, values: [] },
    ]);
    expect(warnings).toEqual([]);
  });

  it('tells warnings about missing data from remarks on the query', async () => {
    server.respond = () => ({
      body: matrix([], {
        warnings: [
          'store gateway 2 did not answer',
          'PromQL info: metric might not be a counter',
          'PromQL warning: bucket label "le" is missing',
        ],
        infos: ['PromQL info: something'],
      }),
    });
    const { warnings } = await client().queryRange(range);
    expect(warnings).toEqual(['store gateway 2 did not answer']);
  });

  const serverFaults: [string, PlannedResponse, string][] = [
    [
      '429',
      { status: 429, headers: { 'Retry-After': '30' }, body: 'slow down' },
      "Prometheus 'main' takes no queries at present: 429 Too Many Requests; it asks to wait (Retry-After: 30)",
    ],
    [
      '503',
      { status: 503, body: 'Service Unavailable' },
      "Prometheus 'main' takes no queries at present: 503 Service Unavailable",
    ],
    [
      '401',
      { status: 401, body: 'no' },
      "Prometheus 'main' refuses access: 401 Unauthorized; check its credentials in the configuration",
    ],
    [
      '500 with Prometheus’ own words',
      { status: 500, body: failure('internal', 'disk is gone') },
      "Prometheus 'main' answered 500 Internal Server Error: disk is gone",
    ],
    [
      '400 of a proxy',
      { status: 400, body: '<html>Bad Request</html>' },
      "Prometheus 'main' answered 400 Bad Request: <html>Bad Request</html>",
    ],
    [
      'a redirect',
      { status: 302, headers: { Location: 'http://elsewhere/' }, body: '' },
      "Prometheus 'main' redirects elsewhere: 302 Found; configure the address that answers itself",
    ],
    [
      'HTML',
      {
        headers: { 'Content-Type': 'text/html' },
        body: `<html>\n  <title>Sign in</title>${'x'.repeat(1000)}`,
      },
      `Prometheus 'main' answered 200 with text/html that is no JSON: <html> <title>Sign in</title>${'x'.repeat(
        171,
      )}…`,
    ],
    [
      'half an answer',
      { body: matrix([]).slice(0, 30) },
      `Prometheus 'main' answered 200 with application/json that is no JSON: {"status":"success","data":{"r`,
    ],
    [
      'JSON of another shape',
      { body: matrix([{ metric: {}, values: [[300, 1]] }]) },
      "Prometheus 'main' answered 200 with JSON of another shape than Prometheus: at 'data.result.0.values.0.1': Invalid input: expected string, received number",
    ],
  ];
  it.each(serverFaults)(
    'blames the server for %s',
    async (_, planned, text) => {
      server.respond = () => planned;
      const error = await client()
        .queryRange(range)
        .catch(e => e);
      expect(error).toBeInstanceOf(PrometheusError);
      expect(error.message).toBe(text);
    },
  );

  const queryFaults: [string, PlannedResponse, string, string][] = [
    [
      '400 bad_data',
      { status: 400, body: failure('bad_data', '1:5: parse error: oh') },
      'refused',
      "Prometheus 'main' refuses the query: 1:5: parse error: oh (bad_data)",
    ],
    [
      '422 execution',
      { status: 422, body: failure('execution', 'many-to-many\nmatching') },
      'refused',
      "Prometheus 'main' refuses the query: many-to-many matching (execution)",
    ],
    [
      '503 timeout',
      { status: 503, body: failure('timeout', 'query timed out') },
      'timed-out',
      "Prometheus 'main' gave up the query: query timed out (timeout)",
    ],
    [
      'too long an answer',
      { body: matrix([{ metric: { a: 'x'.repeat(2 ** 20) } }]) },
      'too-large',
      "Prometheus 'main' answered with more than 1 MiB",
    ],
  ];
  it.each(queryFaults)(
    'leaves open whose fault %s is',
    async (_, planned, fault, text) => {
      server.respond = () => planned;
      const error = await client({ maxResponseBytes: 2 ** 20 })
        .queryRange(range)
        .catch(e => e);
      expect(error).toBeInstanceOf(PrometheusQueryError);
      expect(error.failure).toBe(fault);
      expect(error.message).toBe(text);
    },
  );

  it('gives up after its time limit', async () => {
    server.respond = () => undefined;
    const error = await client({ timeoutMilliseconds: 100 })
      .queryRange(range)
      .catch(e => e);
    expect(error.failure).toBe('timed-out');
    expect(error.message).toBe("Prometheus 'main' did not answer within 0.1 s");
  });

  it('stops when the caller does', async () => {
    const controller = new AbortController();
    server.respond = () => {
      controller.abort(new Error('the task lost its lock'));
      return undefined;
    };
    await expect(
      client().queryRange({ ...range, signal: controller.signal }),
    ).rejects.toThrow('the task lost its lock');
  });

  it('says why a server cannot be reached', async () => {
    await server.stop();
    const { port } = new URL(server.url);
    await expect(client().queryRange(range)).rejects.toMatchObject({
      name: 'PrometheusError',
      message: `Prometheus 'main' cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}`,
    });
    server = await StandInServer.start(() => undefined);
  });
});
