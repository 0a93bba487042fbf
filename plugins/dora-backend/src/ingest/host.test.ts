import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEntity } from '../__testUtils__/catalogEntity';
import { startDoraBackend } from '../__testUtils__/startDoraBackend';
import { cdevent, cloudEvent } from '../cdevents/__testUtils__/cdevent';

jest.setTimeout(60_000);

const SHOP = 'component:default/shop';

describe('events that are sent to a host', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let backend: Awaited<ReturnType<typeof startDoraBackend>>;

  beforeAll(async () => {
    const knex = await databases.init('SQLITE_3');
    backend = await startDoraBackend({
      knex,
      dora: { alertmanager: { secret: 'shared' } },
      entities: [catalogEntity('Component', 'shop')],
    });
    const begun = Date.now();
    while (!(await knex('dora_services').first())) {
      if (Date.now() - begun > 20_000) {
        throw new Error('The directory was not refreshed');
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  });
  afterAll(() => backend.stop());

  it('are in the metrics when they are answered', async () => {
    const event = cdevent('service.deployed', {
      subject: 'shop',
      at: '2026-11-03T10:00:00Z',
      content: {
        environment: { id: 'production' },
        artifactId: 'pkg:oci/shop@1.0.0',
      },
    });
    const answer = await backend.post(
      '/events',
      JSON.stringify(cloudEvent(event)),
      { ...backend.ci, 'content-type': 'application/cloudevents+json' },
    );
    expect([answer.status, answer.body]).toEqual([
      202,
      { accepted: 1, duplicates: 0 },
    ]);

    const { body } = await backend.get(
      `/metrics?scope=${SHOP}&from=2026-11-02T00:00:00Z&to=2026-11-16T00:00:00Z`,
    );
    expect(body.deploymentFrequency.n).toBe(1);
  });

  it('need credentials, or a secret where they are signed', async () => {
    const send = (path: string, headers: Record<string, string>) =>
      backend.post(
        path,
        JSON.stringify({ version: '4', groupKey: 'g', alerts: [] }),
        { 'content-type': 'application/json', ...headers },
      );
    const nobody = { authorization: 'Bearer shared' };
    expect((await send('/events', nobody)).status).toBe(401);
    expect((await send('/webhooks/alertmanager', nobody)).status).toBe(202);
    expect((await send('/webhooks/alertmanager', {})).status).toBe(401);
    expect((await send('/webhooks/pagerduty', nobody)).status).toBe(401);
  });

  it('are described', async () => {
    const { body } = await backend.get('/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/events',
        '/webhooks/alertmanager',
        '/webhooks/pagerduty',
      ]),
    );
    expect(body.paths['/webhooks/pagerduty'].post.security).toEqual([]);
    expect(Object.keys(body.paths['/events'].post.responses)).toEqual([
      '202',
      'default',
    ]);
  });
});
