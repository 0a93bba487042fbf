import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogEntity } from './__testUtils__/catalogEntity';
import { FactTables } from './__testUtils__/FactTables';
import { startDoraBackend } from './__testUtils__/startDoraBackend';
import { openDatabase } from './database/openDatabase';

jest.setTimeout(120_000);

const OWNER = 'group:default/team';
const WINDOW = 'from=2026-11-02T00:00:00Z&to=2026-11-16T00:00:00Z';

/** A CloudEvent that carries a CDEvent 0.4. */
function deployed(service: string, version: string, at: string): object {
  const identity = { id: `${service}-${version}`, source: '/ci' };
  const type = 'dev.cdevents.service.deployed.0.2.0';
  return {
    ...identity,
    specversion: '1.0',
    type,
    time: at,
    datacontenttype: 'application/json',
    data: {
      context: { ...identity, version: '0.4.1', type, timestamp: at },
      subject: {
        id: service,
        type: 'service',
        content: {
          environment: { id: 'production' },
          artifactId: `pkg:oci/${service}@${version}`,
        },
      },
    },
  };
}

async function until(check: () => PromiseLike<unknown>): Promise<void> {
  while (!(await check())) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe('dora plugin', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let backend: Awaited<ReturnType<typeof startDoraBackend>>;

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      backend = await startDoraBackend({
        knex,
        dora: { timeZone: 'Europe/London' },
        entities: [
          catalogEntity('Component', 'shop', {
            ownedBy: [OWNER],
            partOf: ['system:default/orders'],
          }),
          catalogEntity('Component', 'till'),
          catalogEntity('System', 'orders', {
            hasPart: ['component:default/shop'],
          }),
          catalogEntity('Domain', 'sales', {
            hasPart: ['system:default/orders'],
          }),
          catalogEntity('Group', 'team', { childOf: ['group:default/unit'] }),
          catalogEntity('Group', 'unit', { parentOf: [OWNER] }),
        ],
      });
      const facts = new FactTables(
        await openDatabase(mockServices.database({ knex })),
        'Europe/London',
      );
      // what the catalog knows is there once the directory was refreshed
      await until(() => knex('dora_services').first());
      await until(() => knex('dora_groups').first());
      await facts.service('hidden', { owner: OWNER });
      await facts.deployment('d1', 'shop', '2026-11-03T10:00:00Z', {
        owner: OWNER,
      });
      await facts.deployment('d2', 'hidden', '2026-11-03T11:00:00Z', {
        owner: OWNER,
      });
    });
    afterAll(() => backend.stop());

    it.each([
      ['all', 2],
      ['component:default/shop', 1],
      ['system:default/orders', 1],
      ['domain:default/sales', 1],
      [OWNER, 2],
      ['group:default/unit', 2],
    ])('answers for %s', async (scope, n) => {
      const { body, status } = await backend.get(
        `/metrics?scope=${scope}&${WINDOW}`,
      );
      expect(status).toBe(200);
      expect(body).toMatchObject({
        scope,
        timeZone: 'Europe/London',
        deploymentFrequency: { n },
      });
    });

    it.each([
      ['component:default/hidden', 404],
      ['group:default/nobody', 404],
      ['api:default/shop', 400],
      ['shop', 400],
    ])('does not know %s', async (scope, status) => {
      const answer = await backend.get(`/metrics?scope=${scope}`);
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toContain(scope);
    });

    it.each([
      ['from=yesterday', /^from: /],
      ['from=2026-11-02T00:00:00Z&to=2026-11-02T00:00:00Z', /^from: .*before/],
      ['from=2000-01-01T00:00:00Z', /^from: .*1830 days/],
      ['granularity=hour', /^granularity: /],
      ['colour=red', /colour/],
    ])('refuses ?%s', async (query, message) => {
      const { body, status } = await backend.get(`/metrics?${query}`);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(message);
    });

    it('asks for credentials', async () => {
      const nobody = { authorization: 'Bearer mock-none-token' };
      expect((await backend.get('/metrics', nobody)).status).toBe(401);
    });

    it('covers the last 30 days by default', async () => {
      const { body } = await backend.get('/metrics');
      expect(Date.parse(body.to) - Date.parse(body.from)).toBe(30 * 86_400_000);
      expect(Date.now() - Date.parse(body.to)).toBeLessThan(60_000);
    });

    it('exports the series', async () => {
      const byQuery = await backend.get(
        `/metrics?${WINDOW}&granularity=week&format=csv`,
      );
      expect(byQuery.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(byQuery.text.split('\r\n').slice(0, 2)).toEqual([
        'from,to,deployments,changes,lead_time_median_seconds,failed,failable,rework,recoveries,recovery_median_seconds',
        '2026-11-02T00:00:00Z,2026-11-09T00:00:00Z,2,0,,0,2,0,0,',
      ]);
      const byHeader = await backend.get(
        `/metrics?${WINDOW}&granularity=week`,
        { ...backend.user, accept: 'text/csv' },
      );
      expect(byHeader.text).toBe(byQuery.text);
    });

    it('scores values', async () => {
      const { body } = await backend.post('/score', {
        leadTime: 3_600,
        deploymentFrequency: 2,
        recoveryTime: null,
        changeFailRate: 0.08,
        reportYear: 2024,
      });
      // (8 + 10 + 9.2) / 3
      expect(body.score).toBeCloseTo(27.2 / 3, 12);
      expect(body.bands).toEqual({
        leadTime: 'elite',
        deploymentFrequency: 'elite',
        recoveryTime: null,
        changeFailRate: 'high',
        reworkRate: null,
      });
      const wrong = await backend.post('/score', {
        changeFailRate: 8,
        reportYear: 2020,
        colour: 'red',
      });
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toMatch(/changeFailRate/);
      expect(wrong.body.error.message).toMatch(/reportYear/);
      expect(wrong.body.error.message).toMatch(/colour/);
    });

    it('shows a pushed deployment at once', async () => {
      const at = new Date(Date.now() - 3_600_000).toISOString();
      const metrics = () =>
        backend.get('/metrics?scope=component:default/till');
      expect((await metrics()).body.deploymentFrequency.n).toBe(0);
      const pushed = await backend.post(
        '/events',
        JSON.stringify(deployed('till', '1.0.0', at)),
        { ...backend.ci, 'content-type': 'application/cloudevents+json' },
      );
      expect(pushed.status).toBe(202);
      expect(pushed.body).toEqual({ accepted: 1, duplicates: 0 });

      const { body } = await metrics();
      expect(body).toMatchObject({
        observedFrom: at.replace('.000Z', 'Z'),
        deploymentFrequency: { n: 1 },
      });
      const list = await backend.get(
        '/deployments?scope=component:default/till',
      );
      expect(list.body.items).toMatchObject([
        { version: '1.0.0', environment: 'production', sources: ['cdevents'] },
      ]);
      const detail = await backend.get(`/deployments/${list.body.items[0].id}`);
      expect(detail.body).toMatchObject({
        counted: { deploymentFrequency: true },
        evidence: [{ source: 'cdevents', type: 'deployment', at }],
      });
      const { body: sources } = await backend.get('/sources');
      expect(sources.items).toMatchObject([{ type: 'cdevents', state: 'ok' }]);
    });

    it('describes every route', async () => {
      const { body } = await backend.get('/openapi.json');
      expect(body.openapi).toBe('3.1.0');
      const routes = Object.entries<object>(body.paths).flatMap(
        ([path, methods]) =>
          Object.keys(methods).map(method => `${method} ${path}`),
      );
      expect(routes.sort()).toEqual([
        'get /changes',
        'get /data-quality',
        'get /deployments',
        'get /deployments/{id}',
        'get /excluded',
        'get /incidents',
        'get /metrics',
        'get /openapi.json',
        'get /reviews',
        'get /reviews/{id}',
        'get /services',
        'get /snapshots',
        'get /sources',
        'patch /reviews/{id}',
        'post /events',
        'post /failure-links',
        'post /reviews',
        'post /score',
        'post /webhooks/alertmanager',
        'post /webhooks/pagerduty',
      ]);
    });
  });

  it.each(databases.eachSupportedId())(
    'counts anew after a start with other settings on %p',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const start = (productionEnvironments: string[]) =>
        startDoraBackend({
          knex,
          dora: { productionEnvironments },
          entities: [catalogEntity('Component', 'shop')],
        });
      const countOf = async (host: Awaited<ReturnType<typeof start>>) =>
        (await host.get(`/metrics?${WINDOW}`)).body.deploymentFrequency.n;

      let host = await start(['production']);
      await until(() => knex('dora_services').first());
      await host
        .post('/events', deployed('shop', '1.0.0', '2026-11-03T10:00:00Z'))
        .set('content-type', 'application/cloudevents+json')
        .expect(202);
      expect(await countOf(host)).toBe(1);
      await host.stop();

      host = await start(['live']);
      await until(async () => (await countOf(host)) === 0);
      await host.stop();
    },
  );
});
