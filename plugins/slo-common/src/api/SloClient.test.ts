import { SloClient } from './SloClient';

const REF = 'component:default/api-service';

describe('SloClient', () => {
  const requests: { url: string; init: RequestInit }[] = [];
  let answer: () => Response;
  const clientOf = (options: { getToken?: () => Promise<string> } = {}) =>
    new SloClient({
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

  it.each<[string, (client: SloClient) => Promise<unknown>]>([
    ['/slos', client => client.listSlos()],
    [
      '/slos?owner=group%3Adefault%2Fteam&limit=10',
      client =>
        client.listSlos({
          owner: 'group:default/team',
          state: undefined,
          limit: 10,
        }),
    ],
    ['/slos/a%2Fb', client => client.getSlo('a/b')],
    [
      '/entities/component/default/api-service/budget',
      client => client.getEntityBudget(REF),
    ],
    [
      '/slos/a/history?points=31&mode=rolling',
      client => client.getHistory('a', { points: 31, mode: 'rolling' }),
    ],
    ['/slos/a/policy-history', client => client.getPolicyHistory('a')],
    [
      '/slos/a/episodes?cursor=MQ',
      client => client.getEpisodes('a', { cursor: 'MQ' }),
    ],
  ])('gets %s', async (path, call) => {
    await expect(call(clientOf())).resolves.toEqual({ items: [] });
    expect(requests).toEqual([
      {
        url: `http://localhost:7007/api/slo/v1${path}`,
        init: { method: 'GET', headers: {} },
      },
    ]);
  });

  it('posts JSON', async () => {
    const sample = {
      start: '2026-01-01T00:00:00Z',
      seconds: 60,
      good: 1,
      total: 2,
    };
    await clientOf().pushSamples('a', [sample]);
    expect(requests[0]).toMatchObject({
      url: 'http://localhost:7007/api/slo/v1/slos/a/samples',
      init: {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ samples: [sample] }),
      },
    });
  });

  it('asks on behalf of the request’s caller, else with its own token', async () => {
    const client = clientOf({ getToken: async () => 'own' });
    await client.getSlo('a');
    await client.getSlo('a', { token: 'of-a-user' });
    expect(requests.map(({ init }) => init.headers)).toEqual([
      { Authorization: 'Bearer own' },
      { Authorization: 'Bearer of-a-user' },
    ]);
  });

  it('throws what the backend says', async () => {
    answer = () =>
      new Response(
        JSON.stringify({
          error: { name: 'NotFoundError', message: "No SLO found with id 'a'" },
          response: { statusCode: 404 },
        }),
        { status: 404, headers: { 'Content-Type': 'application/json' } },
      );
    await expect(clientOf().getSlo('a')).rejects.toMatchObject({
      statusCode: 404,
      body: { error: { message: "No SLO found with id 'a'" } },
    });
  });
});
