import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { sloComponent } from './__testUtils__/sloComponent';
import { startSloBackend } from './__testUtils__/startSloBackend';

jest.setTimeout(120_000);

const DOCUMENT = `
service: api-service
owner: platform-team
slos:
  - name: availability
    sli:
      metric: sum(rate(http_requests_total{status!~"5.."}[5m])) / sum(rate(http_requests_total[5m]))
    target: 0.99
    window: 30d
    error_budget_policy:
      - threshold: 0.5
        action: "Reliability review"
      - threshold: 1.0
        action: "Feature freeze"
`;

/** The last whole five minutes, in seconds since the epoch. */
const lastTile = () => Math.floor(Date.now() / 300_000) * 300;
const samples = (
  count: number,
  amounts: (index: number) => { good: number; total: number },
) =>
  Array.from({ length: count }, (_, index) => ({
    start: new Date((lastTile() - (count - index) * 300) * 1_000).toISOString(),
    seconds: 300,
    ...amounts(index),
  }));

describe('slo plugin', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let backend: Awaited<ReturnType<typeof startSloBackend>>;
    const files = {
      'api-service': { 'slos/api-service.yaml': DOCUMENT },
      broken: { 'slos/a.yaml': 'service: broken\nslos: [{ name: a }]\n' },
    };

    beforeAll(async () => {
      backend = await startSloBackend({
        knex: await databases.init(databaseId),
        files,
        entities: [
          // first, so that what is wrong with it might stop all others
          sloComponent('lost', {
            'golden-path.io/slo': 'slos/*.yaml',
            'backstage.io/source-location': 'garbage',
          }),
          sloComponent('api-service'),
          sloComponent('plain', {}),
          sloComponent('empty'),
          sloComponent('broken'),
        ],
      });
    });
    afterAll(() => backend.stop());

    const budget = (name: string) =>
      backend.get(`/entities/component/default/${name}/budget`);

    it('shows an SLO without data', async () => {
      const { body, status } = await budget('api-service');
      expect(status).toBe(200);
      expect(body).toMatchObject({ reason: null, problems: [] });
      expect(body.slos).toHaveLength(1);
      expect(body.slos[0]).toMatchObject({
        id: backend.idOf('api-service', 'availability'),
        entityRef: 'component:default/api-service',
        ownerRef: 'group:default/team',
        systemRef: 'system:default/orders',
        objective: 0.99,
        sli: null,
        budget: { consumed: null, remaining: null },
        policy: { active: null, inherited: false },
        data: { state: 'empty', frozen: true, watermark: null },
      });
    });

    it.each([
      ['plain', 'no-annotation'],
      ['empty', 'no-match'],
      ['broken', 'all-broken'],
      ['lost', 'all-broken'],
    ])('says why %s has none', async (name, reason) => {
      const { body } = await budget(name);
      expect(body).toMatchObject({ slos: [], reason });
    });

    it('computes budget, burn rates and policy of pushed samples', async () => {
      const id = backend.idOf('api-service', 'availability');
      // 10 days of 100 requests; 60 % fail for two hours of the third day
      const pushed = samples(2_880, index => ({
        total: 100,
        good: index >= 600 && index < 624 ? 40 : 100,
      }));
      const first = await backend.post(`/slos/${id}/samples`, {
        samples: pushed,
      });
      expect(first.body).toEqual({ accepted: 2_880, unchanged: 0 });
      const again = await backend.post(`/slos/${id}/samples`, {
        samples: pushed,
      });
      expect(again.body).toEqual({ accepted: 0, unchanged: 2_880 });

      // bad = 24 × 60 = 1,440 of 288,000; budget 2,880: half, to the last digit
      const { body } = await budget('api-service');
      expect(body.slos[0]).toMatchObject({
        good: 286_560,
        total: 288_000,
        budget: {
          consumed: expect.closeTo(0.5, 9),
          remainingEvents: expect.closeTo(1_440, 6),
        },
        data: { state: 'ok', frozen: false, coverage: 1 },
        burnRates: [
          { seconds: 3_600, value: 0 },
          { seconds: 21_600, value: 0 },
          { seconds: 86_400, value: 0 },
          { seconds: 259_200, value: 0 },
        ],
      });
      // Seven days ago tiles become hours, so the review began at a full hour after
      // the incident's first tiles: then 100 × 600 requests had a budget of 600.
      expect(body.slos[0].policy.active).toMatchObject({
        threshold: 0.5,
        action: 'Reliability review',
        effect: 'review',
      });

      const detail = await backend.get(`/slos/${id}`);
      expect(detail.body.definition).toMatchObject({
        indicator: {
          good: 'sum(rate(http_requests_total{status!~"5.."}[5m]))',
        },
      });
      const list = await backend.get('/slos?owner=group:default/team');
      expect(list.body).toMatchObject({
        items: [{ id }],
        totals: { byEffect: { review: 1 }, byState: { ok: 1 }, firing: 0 },
      });
      const history = await backend.get(`/slos/${id}/history?points=31`);
      expect(history.body.points).toHaveLength(31);
      expect(history.body.points.at(-1).consumed).toBeCloseTo(0.5, 9);
      const changes = await backend.get(`/slos/${id}/policy-history`);
      expect(changes.body.items.at(-1)).toMatchObject({
        threshold: 0.5,
        entered: true,
      });
      const episodes = await backend.get(`/slos/${id}/episodes`);
      expect(episodes.body.items).toHaveLength(1);
      expect(episodes.body.items[0].bad).toBe(1_440);
    });

    it('replaces one old tile', async () => {
      const id = backend.idOf('api-service', 'availability');
      const [old] = samples(2_000, () => ({ total: 100, good: 50 }));
      const { body } = await backend.post(`/slos/${id}/samples`, {
        samples: [old],
      });
      expect(body).toEqual({ accepted: 1, unchanged: 0 });
      const { body: after } = await backend.get(`/slos/${id}`);
      expect(after.total - after.good).toBeCloseTo(1_490, 6);
    });

    it('keeps the last good version of a document that breaks', async () => {
      expect((await budget('api-service')).body.slos[0].objective).toBe(0.99);
    });

    it.each([
      ['a user', 403],
      ['nobody', 401],
    ])('refuses samples of %s', async (who, status) => {
      const id = backend.idOf('api-service', 'availability');
      const answer = await backend.post(
        `/slos/${id}/samples`,
        { samples: samples(1, () => ({ good: 1, total: 1 })) },
        who === 'nobody'
          ? { authorization: 'Bearer mock-none-token' }
          : backend.user,
      );
      expect(answer.status).toBe(status);
    });

    it('refuses samples of another repository, naming the key that would allow them', async () => {
      const id = backend.idOf('api-service', 'availability');
      const answer = await backend.post(
        `/slos/${id}/samples`,
        { samples: samples(1, () => ({ good: 1, total: 1 })) },
        {
          authorization: mockCredentials.service.header({
            onBehalfOf: mockCredentials.service(
              'repo:acme/other:ref:refs/heads/main',
            ),
            targetPluginId: 'slo',
          }),
        },
      );
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toBe(
        "Subject 'repo:acme/other:ref:refs/heads/main' may not push samples for 'component:default/api-service'; expected CI of its repository or an entry in slo.pushers",
      );
    });

    it.each([
      ['a sample twice', [0, 0], /samples\[1\]\.start: .*once/],
      ['an unaligned one', [7], /samples\[0\]\.start: .*multiple of 300/],
      ['one of the future', [86_400], /samples\[0\]\.start: .*is over/],
      ['one of last year', [-31_536_000], /samples\[0\]\.start: .*last 92 d/],
    ])('refuses %s', async (_, shifts, message) => {
      const id = backend.idOf('api-service', 'availability');
      const answer = await backend.post(`/slos/${id}/samples`, {
        samples: shifts.map(shift => ({
          start: new Date((lastTile() - 600 + shift) * 1_000).toISOString(),
          seconds: 300,
          good: 1,
          total: 1,
        })),
      });
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    });

    it('describes every route', async () => {
      const { body } = await backend.get('/openapi.json');
      expect(Object.keys(body.paths).sort()).toEqual([
        '/entities/{kind}/{namespace}/{name}/budget',
        '/openapi.json',
        '/slos',
        '/slos/{id}',
        '/slos/{id}/episodes',
        '/slos/{id}/history',
        '/slos/{id}/policy-history',
        '/slos/{id}/samples',
        '/validate',
      ]);
    });
  });
});
