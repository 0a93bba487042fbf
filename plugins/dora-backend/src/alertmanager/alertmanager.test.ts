import { TestDatabases } from '@backstage/backend-test-utils';
import { IngestUnderTest } from '../ingest/__testUtils__/IngestUnderTest';

jest.setTimeout(60_000);

const SECRET = 'a shared secret of some length';

const at = (time: string) => `2026-03-02T${time}:00Z`;
const ms = (time: string) => Date.parse(at(time));

const alert = (
  startsAt: string,
  endsAt?: string,
  labels: Record<string, string> = {},
) => ({
  status: endsAt ? 'resolved' : 'firing',
  labels: {
    alertname: 'HighErrorRate',
    severity: 'page',
    service: 'payments',
    ...labels,
  },
  annotations: { summary: 'Orders fail' },
  startsAt: at(startsAt),
  endsAt: endsAt ? at(endsAt) : '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.example/graph',
  fingerprint: JSON.stringify(labels).slice(0, 64),
});

const notification = (alerts: object[], groupKey = '{}:{alertname="A"}') => ({
  version: '4',
  groupKey,
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'dora',
  groupLabels: { alertname: 'A' },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'https://alertmanager.example',
  alerts,
});

describe('POST /webhooks/alertmanager', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let ingest: IngestUnderTest;
    const create = async (alertmanager: object) => {
      ingest = await IngestUnderTest.create(await databases.init(databaseId), {
        alertmanager: { ...alertmanager },
      });
    };
    const post = (
      body: string | object,
      authorization = `Bearer ${SECRET.replaceAll(' ', '-')}`,
    ) =>
      ingest.post('/webhooks/alertmanager', {
        headers: { authorization },
        body,
      });
    const incidents = async () =>
      (await ingest.facts.knex('dora_incidents').orderBy('opened_at')).map(
        row => [
          Number(row.opened_at),
          row.resolved_at === null ? null : Number(row.resolved_at),
        ],
      );

    beforeEach(() => create({ secret: SECRET.replaceAll(' ', '-') }));

    it('takes the secret as bearer token or password', async () => {
      const secret = SECRET.replaceAll(' ', '-');
      const basic = (text: string) =>
        `Basic ${Buffer.from(text).toString('base64')}`;
      const body = notification([]);
      expect((await post(body)).status).toBe(202);
      expect((await post(body, basic(`any:${secret}`))).status).toBe(202);
      for (const wrong of [
        'Bearer x',
        basic('any:x'),
        'x',
        `Digest ${secret}`,
      ]) {
        const answer = await post(body, wrong);
        expect(answer.status).toBe(401);
        expect(JSON.stringify(answer.body)).not.toContain(secret);
      }
    });

    it('takes nothing while no secret is configured', async () => {
      await create({});
      for (const authorization of [
        'Bearer undefined',
        'Bearer ',
        'Basic Og==',
      ]) {
        expect((await post(notification([]), authorization)).status).toBe(401);
      }
    });

    it('makes one incident of a group', async () => {
      await post(
        notification([
          alert('10:00', undefined, { pod: 'a' }),
          alert('10:05', undefined, { pod: 'b', service: 'orders' }),
        ]),
      );
      expect(await incidents()).toEqual([[ms('10:00'), null]]);
      const [incident] = await ingest.facts.knex('dora_incidents');
      expect(incident).toMatchObject({
        title: 'Orders fail',
        severity: 'page',
        url: 'https://prometheus.example/graph',
        environment: null,
      });
      expect(Boolean(incident.production)).toBe(true);
      const services = await ingest.facts
        .knex('dora_incident_services')
        .orderBy('entity_ref')
        .pluck('entity_ref');
      expect(services).toEqual([
        'component:default/orders',
        'component:default/payments',
      ]);

      // it is over when the last alert is
      await post(
        notification([
          alert('10:00', '10:20', { pod: 'a' }),
          alert('10:05', undefined, { pod: 'b', service: 'orders' }),
        ]),
      );
      expect(await incidents()).toEqual([[ms('10:00'), null]]);
      await post(
        notification([
          alert('10:05', '10:40', { pod: 'b', service: 'orders' }),
        ]),
      );
      expect(await incidents()).toEqual([[ms('10:00'), ms('10:40')]]);
    });

    it('opens the next incident when the group fires again', async () => {
      await post(notification([alert('10:00', '10:20')]));
      await post(notification([alert('11:00')]));
      expect(await incidents()).toEqual([
        [ms('10:00'), ms('10:20')],
        [ms('11:00'), null],
      ]);
    });

    it('opens no resolved incident again for a late or repeated notice', async () => {
      const resolved = notification([alert('10:00', '10:20')]);
      const firing = notification([alert('10:00')]);
      for (const body of [resolved, firing, resolved, firing]) {
        expect((await post(body)).status).toBe(202);
      }
      expect(await incidents()).toEqual([[ms('10:00'), ms('10:20')]]);
      // only what was new
      expect(await ingest.logged()).toBe(1);
    });

    it('joins two incidents when what was between them becomes known', async () => {
      const group = (...alerts: object[]) => post(notification(alerts));
      await group(alert('10:00', '10:20', { pod: 'a' }));
      await group(alert('10:40', undefined, { pod: 'b' }));
      expect(await incidents()).toHaveLength(2);
      await group(alert('10:10', '10:50', { pod: 'c' }));
      expect(await incidents()).toEqual([[ms('10:00'), null]]);
      await group(alert('10:40', '11:00', { pod: 'b' }));
      expect(await incidents()).toEqual([[ms('10:00'), ms('11:00')]]);
    });

    it('lets alone what is no page, and other groups', async () => {
      await post(
        notification([alert('10:00', undefined, { severity: 'ticket' })]),
      );
      expect(await incidents()).toEqual([]);
      await post(notification([alert('10:00')], 'one'));
      await post(notification([alert('10:00')], 'two'));
      expect(await incidents()).toHaveLength(2);
    });

    it('reads other labels where it is told so', async () => {
      await create({
        secret: SECRET.replaceAll(' ', '-'),
        matchers: { tier: '1' },
        serviceLabel: 'app',
        environmentLabel: 'stage',
      });
      await post(
        notification([
          alert('10:00', undefined, {
            tier: '1',
            app: 'payments',
            stage: 'staging',
          }),
          alert('10:00', undefined, { tier: '2' }),
        ]),
      );
      const [incident] = await ingest.facts.knex('dora_incidents');
      expect(incident.environment).toBe('staging');
      expect(Boolean(incident.production)).toBe(false);
    });

    it.each<[string, string | object, number, string]>([
      ['broken JSON', '{"secret', 400, 'body: expected valid JSON'],
      ['a list', [], 400, 'body: Invalid input'],
      [
        'another version',
        { ...notification([]), version: '3' },
        400,
        'version: Invalid input',
      ],
      [
        'an alert without a start',
        notification([{ status: 'firing', labels: {} }]),
        400,
        'alerts[0].startsAt: ',
      ],
      [
        'a NUL character',
        notification([alert('10:00', undefined, { pod: '\0' })]),
        400,
        'NUL',
      ],
      ['50 MB', 'x'.repeat(50 * 1024 * 1024), 413, 'at most 5242880 bytes'],
    ])('refuses %s', async (_, body, status, message) => {
      const answer = await post(body);
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toContain(message);
      expect(await incidents()).toEqual([]);
    });
  });
});
