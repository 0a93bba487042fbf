import { createHmac } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { IngestUnderTest } from '../ingest/__testUtils__/IngestUnderTest';
import { isSigned } from './isSigned';

jest.setTimeout(60_000);

const at = (time: string) => `2026-03-02T${time}:00.000Z`;
const ms = (time: string) => Date.parse(at(time));

const webhook = (
  verb: string,
  occurredAt: string,
  data: Record<string, unknown> = {},
) => ({
  event: {
    id: `01${verb}${occurredAt}`,
    event_type: `incident.${verb}`,
    resource_type: 'incident',
    occurred_at: at(occurredAt),
    agent: { id: 'PLH1HKV', type: 'user_reference' },
    client: null,
    data: {
      id: 'PGR0VU2',
      type: 'incident',
      self: 'https://api.pagerduty.com/incidents/PGR0VU2',
      html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
      number: 2,
      status: verb,
      incident_key: 'd3640fbd41094207a1c11e58e46b1662',
      created_at: at('10:00'),
      title: 'A little bump in the road',
      service: { id: 'PPAYMENTS', type: 'service_reference' },
      priority: { id: 'PSO75BM', summary: 'P1' },
      urgency: 'high',
      ...data,
    },
  },
});

const sign = (body: string, secret: string) =>
  `v1=${createHmac('sha256', secret).update(body).digest('hex')}`;

describe('isSigned', () => {
  const body = Buffer.from('{"a":1}');
  it.each([
    ['one', sign('{"a":1}', 'old'), true],
    ['the second of two', `v1=00, ${sign('{"a":1}', 'new')}`, true],
    ['of another body', sign('{"a": 1}', 'new'), false],
    ['by another secret', sign('{"a":1}', 'other'), false],
    ['of another version', sign('{"a":1}', 'new').replace('v1', 'v0'), false],
    ['none', '', false],
  ])('%s', (_, signatures, expected) => {
    expect(isSigned({ body, signatures, secrets: ['old', 'new'] })).toBe(
      expected,
    );
    expect(isSigned({ body, signatures, secrets: [] })).toBe(false);
  });
});

describe('POST /webhooks/pagerduty', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let ingest: IngestUnderTest;
    const create = async (secrets?: string[]) => {
      ingest = await IngestUnderTest.create(
        await databases.init(databaseId),
        secrets && { pagerduty: { secrets } },
      );
    };
    beforeEach(() => create(['new', 'old']));

    const post = (value: string | object, secret = 'old') => {
      const body = typeof value === 'string' ? value : JSON.stringify(value);
      return ingest.post('/webhooks/pagerduty', {
        headers: { 'x-pagerduty-signature': sign(body, secret) },
        body,
      });
    };
    const incidents = async () =>
      (await ingest.facts.knex('dora_incidents')).map(row => [
        Number(row.opened_at),
        row.resolved_at === null ? null : Number(row.resolved_at),
      ]);

    it('takes an incident from its beginning to its end', async () => {
      expect((await post(webhook('triggered', '10:00'))).status).toBe(202);
      const [incident] = await ingest.facts.knex('dora_incidents');
      expect(incident).toMatchObject({
        source: 'pagerduty',
        title: 'A little bump in the road',
        severity: 'P1',
        url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
      });
      expect(
        await ingest.facts.knex('dora_incident_services').pluck('entity_ref'),
      ).toEqual(['component:default/payments']);

      await post(webhook('acknowledged', '10:05'));
      expect(await incidents()).toEqual([[ms('10:00'), null]]);
      await post(webhook('resolved', '10:30'));
      expect(await incidents()).toEqual([[ms('10:00'), ms('10:30')]]);
      await post(webhook('reopened', '10:40'));
      expect(await incidents()).toEqual([[ms('10:00'), null]]);
      await post(webhook('resolved', '11:00'));
      expect(await incidents()).toEqual([[ms('10:00'), ms('11:00')]]);
    });

    it('takes them in any order, and repeated', async () => {
      const webhooks = [
        webhook('resolved', '11:00'),
        webhook('triggered', '10:00'),
        webhook('reopened', '10:40'),
        webhook('resolved', '10:30'),
        webhook('triggered', '10:00'),
      ];
      for (const body of webhooks) {
        expect((await post(body)).status).toBe(202);
      }
      expect(await incidents()).toEqual([[ms('10:00'), ms('11:00')]]);
      expect(await ingest.logged()).toBe(4);
    });

    it('does not mind a clock that is 10 minutes ahead', async () => {
      const now = new Date(Date.now() + 600_000).toISOString();
      const body = webhook('triggered', '10:00', { created_at: now });
      body.event.occurred_at = now;
      expect((await post(body)).status).toBe(202);
      expect(await incidents()).toEqual([[Date.parse(now), null]]);
    });

    it('lists what maps to no component', async () => {
      await post(webhook('triggered', '10:00', { service: { id: 'PNONE' } }));
      const [event] = await ingest.facts.knex('dora_events');
      expect(event).toMatchObject({
        subject: 'pagerduty:PNONE',
        entity_ref: null,
      });
    });

    it.each(['annotated', 'status_update_published', 'pagey'])(
      'has no use for %s',
      async verb => {
        expect((await post(webhook(verb, '10:00'))).status).toBe(202);
        expect(await ingest.logged()).toBe(0);
      },
    );

    it('refuses wrong signatures, and all while no secret is configured', async () => {
      const body = webhook('triggered', '10:00');
      expect((await post(body, 'wrong')).status).toBe(401);
      const unsigned = await ingest.post('/webhooks/pagerduty', { body });
      expect(unsigned.status).toBe(401);
      await create();
      expect((await post(body, '')).status).toBe(401);
      expect(await ingest.logged()).toBe(0);
    });

    it.each<[string, string | object, number, string]>([
      ['broken JSON', '{"secret', 400, 'body: expected valid JSON'],
      ['no event', {}, 400, 'event: '],
      [
        'no incident',
        { event: { ...webhook('triggered', '10:00').event, data: {} } },
        400,
        'event.data.id: ',
      ],
      [
        'a day that does not exist',
        {
          event: {
            ...webhook('triggered', '10:00').event,
            occurred_at: '2026-02-30T10:00:00Z',
          },
        },
        400,
        'event.occurred_at: ',
      ],
      ['50 MB', 'x'.repeat(50 * 1024 * 1024), 413, 'at most 1048576 bytes'],
    ])('refuses %s', async (_, body, status, message) => {
      const answer = await post(body);
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toContain(message);
      expect(await ingest.logged()).toBe(0);
    });
  });
});
