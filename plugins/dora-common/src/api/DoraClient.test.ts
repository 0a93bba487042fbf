import { DoraClient } from './DoraClient';

describe('DoraClient', () => {
  const requests: { url: string; init: RequestInit }[] = [];
  let answer: () => Response;
  const clientOf = (options: { getToken?: () => Promise<string> } = {}) =>
    new DoraClient({
      ...options,
      discoveryApi: {
        getBaseUrl: async plugin => `http://localhost:7007/api/${plugin}`,
      },
      fetchApi: {
        fetch: async (url, init) => {
          requests.push({ url: String(url), init: init! });
          return answer();
        },
      },
    });
  beforeEach(() => {
    requests.length = 0;
    answer = () => Response.json({ items: [] });
  });

  it.each<[string, (client: DoraClient) => Promise<unknown>]>([
    ['/metrics', client => client.getMetrics()],
    [
      '/metrics?scope=group%3Adefault%2Fteam&granularity=week',
      client =>
        client.getMetrics({
          scope: 'group:default/team',
          from: undefined,
          granularity: 'week',
        }),
    ],
    [
      '/deployments?outcome=failed&limit=10',
      client => client.listDeployments({ outcome: 'failed', limit: 10 }),
    ],
    ['/deployments/a%2Fb', client => client.getDeployment('a/b')],
    ['/changes?cursor=MQ', client => client.listChanges({ cursor: 'MQ' })],
    ['/incidents', client => client.listIncidents()],
    ['/services?scope=all', client => client.listServices({ scope: 'all' })],
    ['/sources', client => client.listSources()],
    ['/data-quality', client => client.getDataQuality()],
    ['/excluded?code=redeploy', c => c.listExcluded({ code: 'redeploy' })],
    ['/snapshots', client => client.listSnapshots()],
    ['/reviews', client => client.listReviews()],
    ['/reviews/a%2Fb', client => client.getReview('a/b')],
  ])('gets %s', async (path, call) => {
    await expect(call(clientOf())).resolves.toEqual({ items: [] });
    expect(requests).toEqual([
      {
        url: `http://localhost:7007/api/dora/v1${path}`,
        init: { method: 'GET', headers: {} },
      },
    ]);
  });

  it.each<[string, string, object, (client: DoraClient) => Promise<unknown>]>([
    [
      'POST',
      '/score',
      { leadTime: 3600, reportYear: 2024 },
      client => client.getScore({ leadTime: 3600, reportYear: 2024 }),
    ],
    [
      'POST',
      '/reviews',
      { scope: 'all', month: '2026-10', notes: '', actions: [] },
      client =>
        client.createReview({
          scope: 'all',
          month: '2026-10',
          notes: '',
          actions: [],
        }),
    ],
    [
      'PATCH',
      '/reviews/a%2Fb',
      { notes: 'n' },
      client => client.updateReview('a/b', { notes: 'n' }),
    ],
    [
      'POST',
      '/failure-links',
      { deploymentId: 'a', failed: false, reason: 'A drill' },
      client =>
        client.overruleFailure({
          deploymentId: 'a',
          failed: false,
          reason: 'A drill',
        }),
    ],
  ])('sends %s %s', async (method, path, body, call) => {
    await call(clientOf());
    expect(requests).toEqual([
      {
        url: `http://localhost:7007/api/dora/v1${path}`,
        init: {
          method,
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        },
      },
    ]);
  });

  it('pushes CloudEvents as a batch', async () => {
    await clientOf().pushEvents([{ specversion: '1.0', id: 'a' }]);
    expect(requests[0].init).toEqual({
      method: 'POST',
      headers: { 'Content-Type': 'application/cloudevents-batch+json' },
      body: '[{"specversion":"1.0","id":"a"}]',
    });
  });

  it('exports CSV', async () => {
    answer = () => new Response('from,to\r\n');
    await expect(
      clientOf().exportCsv('metrics', { granularity: 'week' }),
    ).resolves.toBe('from,to\r\n');
    expect(requests[0].url).toBe(
      'http://localhost:7007/api/dora/v1/metrics?granularity=week&format=csv',
    );
  });

  it('exports a review as CSV', async () => {
    answer = () => new Response('section,name\r\n');
    await expect(clientOf().exportReviewCsv('a/b')).resolves.toBe(
      'section,name\r\n',
    );
    expect(requests[0].url).toBe(
      'http://localhost:7007/api/dora/v1/reviews/a%2Fb?format=csv',
    );
  });

  it('asks on behalf of the request’s caller, else with its own token', async () => {
    const client = clientOf({ getToken: async () => 'own' });
    await client.getDeployment('a');
    await client.getDeployment('a', { token: 'of-a-user' });
    expect(requests.map(({ init }) => init.headers)).toEqual([
      { Authorization: 'Bearer own' },
      { Authorization: 'Bearer of-a-user' },
    ]);
  });

  it('throws what the backend says', async () => {
    answer = () =>
      new Response(
        JSON.stringify({
          error: {
            name: 'NotFoundError',
            message: "No deployment found with id 'a'",
          },
          response: { statusCode: 404 },
        }),
        { status: 404, headers: { 'Content-Type': 'application/json' } },
      );
    await expect(clientOf().getDeployment('a')).rejects.toMatchObject({
      statusCode: 404,
      body: { error: { message: "No deployment found with id 'a'" } },
    });
  });
});
