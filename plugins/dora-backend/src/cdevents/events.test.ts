import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  IngestUnderTest,
  PAYMENTS_CI,
} from '../ingest/__testUtils__/IngestUnderTest';
import { cdevent, cloudEvent } from './__testUtils__/cdevent';

jest.setTimeout(60_000);

const BATCH = 'application/cloudevents-batch+json';
const STRUCTURED = 'application/cloudevents+json';
const AT = '2026-03-02T10:00:00Z';

const deployed = (
  service: string,
  at = AT,
  rest: Partial<Parameters<typeof cdevent>[1]> = {},
) =>
  cdevent('service.deployed', {
    subject: service,
    at,
    content: {
      environment: { id: 'production' },
      artifactId: 'pkg:oci/payments@sha256%3A0b31?tag=1.2.3',
    },
    ...rest,
  });

describe('POST /events', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let ingest: IngestUnderTest;
    beforeEach(async () => {
      ingest = await IngestUnderTest.create(await databases.init(databaseId));
    });
    const post = (
      body: string | Buffer | object,
      options: {
        subject?: string;
        type?: string;
        headers?: Record<string, string>;
      } = {},
    ) =>
      ingest.post('/events', {
        subject: options.subject ?? 'demo-ci',
        headers: {
          'content-type': options.type ?? BATCH,
          ...options.headers,
        },
        body,
      });

    it('takes all three modes', async () => {
      const binary = deployed('payments', '2026-03-02T11:00:00Z');
      const answers = [
        await post(cloudEvent(deployed('payments')), { type: STRUCTURED }),
        await post(binary, {
          type: 'application/json; charset=utf-8',
          headers: {
            'ce-specversion': '1.0',
            'ce-id': binary.context.id,
            'ce-source': binary.context.source,
            'ce-type': binary.context.type,
          },
        }),
        await post([cloudEvent(deployed('payments', '2026-03-02T12:00:00Z'))]),
        await post(
          {
            ...cloudEvent(deployed('payments', '2026-03-02T13:00:00Z')),
            data: undefined,
            data_base64: Buffer.from(
              JSON.stringify(deployed('payments', '2026-03-02T13:00:00Z')),
            ).toString('base64'),
          },
          { type: STRUCTURED },
        ),
      ];
      for (const answer of answers) {
        expect([answer.status, answer.body]).toEqual([
          202,
          { accepted: 1, duplicates: 0 },
        ]);
      }
      const rollouts = await ingest.facts.rollouts();
      expect(rollouts.map(row => Number(row.finished_at))).toEqual(
        ['10', '11', '12', '13'].map(hour =>
          Date.parse(`2026-03-02T${hour}:00:00Z`),
        ),
      );
      expect(rollouts[0]).toMatchObject({
        entity_ref: 'component:default/payments',
        environment: 'production',
        version: '1.2.3',
      });
      expect(await ingest.facts.knex('dora_sources').first()).toMatchObject({
        id: 'cdevents',
        type: 'cdevents',
        state: 'ok',
      });
    });

    it('stores an event once by source, id and type', async () => {
      const one = deployed('payments', AT, { id: '1' });
      const otherType = cdevent('service.upgraded', {
        subject: 'payments',
        at: '2026-03-02T11:00:00Z',
        content: one.subject.content,
        id: '1',
      });
      const otherSource = deployed('payments', '2026-03-02T12:00:00Z', {
        id: '1',
        source: '/ci/other',
      });
      const first = await post(
        [one, one, otherType, otherSource].map(cloudEvent),
      );
      expect(first.body).toEqual({ accepted: 3, duplicates: 1 });
      const again = await post([one, otherType].map(cloudEvent));
      expect(again.body).toEqual({ accepted: 0, duplicates: 2 });
      expect(await ingest.logged()).toBe(3);
    });

    it('takes what says nothing about delivery, and lists it nowhere', async () => {
      const event = cdevent('pipelinerun.started', {
        subject: '1',
        at: AT,
        content: { pipelineName: 'x', url: 'https://ci.example/1' },
      });
      const answer = await post([cloudEvent(event)]);
      expect(answer.body).toEqual({ accepted: 1, duplicates: 0 });
      expect(await ingest.logged()).toBe(0);
    });

    it.each<[string, (event: any) => void, string]>([
      [
        'an unknown version of CDEvents',
        event => {
          event.data.context.version = '0.9.0';
        },
        "events[1].data.context.version: expected a version 0.3, 0.4 or 0.5 of CDEvents, got '0.9.0'",
      ],
      [
        'content that its schema does not know',
        event => {
          event.data.subject.content.environment = 'production';
        },
        'events[1].data.subject.content.environment: must be object',
      ],
      [
        'no data',
        event => {
          delete event.data;
        },
        'events[1].data.context: expected the context of a CDEvent',
      ],
      [
        'another version of CloudEvents',
        event => {
          event.specversion = '0.3';
        },
        "events[1].specversion: expected CloudEvents '1.0', got '0.3'",
      ],
      [
        'no id',
        event => {
          delete event.id;
        },
        'events[1].id: expected a text',
      ],
      [
        'no source',
        event => {
          delete event.source;
        },
        "events[1]: must have required property 'source'",
      ],
      [
        'an attribute that CloudEvents does not allow',
        event => {
          event.Bad_Name = 1;
        },
        'events[1]: invalid extension name: Bad_Name',
      ],
    ])('refuses a whole batch for %s', async (_, change, message) => {
      const bad = cloudEvent(structuredClone(deployed('payments')));
      change(bad);
      const answer = await post([cloudEvent(deployed('payments')), bad]);
      expect([answer.status, answer.body.error.message]).toEqual([
        400,
        message,
      ]);
      expect(await ingest.logged()).toBe(0);
    });

    it.each<[string, string, string, number, string]>([
      ['broken JSON', '{"secret', BATCH, 400, 'body: expected valid JSON'],
      ['no list', '{}', BATCH, 400, 'body: expected a list of CloudEvents'],
      ['no event', '[1]', BATCH, 400, 'events[0]: expected a CloudEvent'],
      [
        'a NUL character',
        '["\\u0000"]',
        BATCH,
        400,
        'body: expected text without NUL characters',
      ],
      [
        'no CloudEvent',
        '{}',
        'application/json',
        400,
        'events[0]: expected the headers',
      ],
      ['XML', '<a/>', 'text/xml', 400, 'body: expected content type'],
      [
        'too many events',
        JSON.stringify(Array(2_001).fill({})),
        BATCH,
        400,
        'body: expected at most 2000 events, got 2001',
      ],
      [
        'deep nesting',
        `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
        BATCH,
        400,
        'events[0]: expected a CloudEvent',
      ],
      [
        'a body that is too large',
        'x'.repeat(10 * 1024 * 1024 + 1),
        BATCH,
        413,
        'body: expected at most 10485760 bytes',
      ],
    ])('refuses %s', async (_, body, type, status, message) => {
      const answer = await post(body, { type });
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toContain(message);
    });

    it('refuses users and strangers', async () => {
      const send = (authorization: string) =>
        request(ingest.app)
          .post('/events')
          .set({ authorization, 'content-type': BATCH })
          .send('[]');
      expect((await send(mockCredentials.user.header())).status).toBe(403);
      expect((await send('Bearer nonsense')).status).toBe(401);
    });

    it('lets CI speak for its own repository only', async () => {
      const own = await post([cloudEvent(deployed('payments'))], {
        subject: PAYMENTS_CI,
      });
      expect(own.status).toBe(202);

      const other = await post(
        ['payments', 'orders'].map(name =>
          cloudEvent(deployed(name, '2026-03-02T11:00:00Z')),
        ),
        { subject: PAYMENTS_CI },
      );
      expect([other.status, other.body.error.message]).toEqual([
        403,
        `Subject '${PAYMENTS_CI}' may not push events for 'component:default/orders'; expected CI of its repository or an entry in dora.pushers`,
      ]);

      const nobody = await post([cloudEvent(deployed('nothing'))], {
        subject: PAYMENTS_CI,
      });
      expect([nobody.status, nobody.body.error.message]).toEqual([
        403,
        `Subject '${PAYMENTS_CI}' may not push events for 'nothing', which is no component of the catalog; expected an entry for '*' in dora.pushers`,
      ]);
      expect(await ingest.logged()).toBe(1);
    });

    it('lets nobody end the incident of another', async () => {
      const event = (kind: string, service: string | undefined, at: string) =>
        cloudEvent(
          cdevent(kind, {
            subject: 'INC-1',
            at,
            content: {
              environment: { id: 'production' },
              ...(service && { service: { id: service } }),
            },
          }),
        );
      await post([event('incident.detected', 'orders', AT)]);

      const end = '2026-03-02T11:00:00Z';
      for (const service of ['payments', undefined]) {
        const answer = await post([event('incident.resolved', service, end)], {
          subject: PAYMENTS_CI,
        });
        expect(answer.status).toBe(403);
        expect(answer.body.error.message).toContain(
          "'component:default/orders'",
        );
      }
      const owner = await post([event('incident.resolved', undefined, end)], {
        subject: 'repo:acme/orders:ref:refs/heads/main',
      });
      expect(owner.status).toBe(202);
      const { resolved_at: resolvedAt } = await ingest.facts
        .knex('dora_incidents')
        .first();
      expect(Number(resolvedAt)).toBe(Date.parse(end));
    });

    it('takes changes of a repository from its own CI', async () => {
      const merged = (repository: string) =>
        cloudEvent(
          cdevent('change.merged', {
            subject: 'ab'.repeat(20),
            at: AT,
            content: { repository: { id: repository } },
          }),
        );
      const own = await post([merged('acme/payments')], {
        subject: PAYMENTS_CI,
      });
      expect(own.status).toBe(202);
      for (const repository of ['acme/orders', 'acme/unknown']) {
        const other = await post([merged(repository)], {
          subject: PAYMENTS_CI,
        });
        expect(other.status).toBe(403);
      }
    });

    it('computes lead time from changes and artifacts', async () => {
      const change = (kind: string, at: string) =>
        cdevent(kind, {
          subject: 'pull/7',
          at,
          content: { repository: { id: 'acme/payments' } },
        });
      const artifact = 'pkg:oci/payments@sha256%3A0b31?tag=1.2.3';
      await post(
        [
          deployed('payments', '2026-03-02T16:00:00Z'),
          cdevent('artifact.packaged', {
            subject: artifact,
            at: '2026-03-02T15:00:00Z',
            content: {
              change: {
                id: 'pull/7',
                source: 'https://github.com/acme/payments',
              },
            },
          }),
          change('change.merged', '2026-03-02T14:00:00Z'),
          change('change.reviewed', '2026-03-02T12:00:00Z'),
          change('change.created', '2026-03-02T10:00:00Z'),
        ].map(cloudEvent),
      );

      const shipped = await ingest.facts.knex('dora_shipped');
      // opened 10:00, reviewed 12:00, merged 14:00, in production 16:00
      expect(shipped).toEqual([
        expect.objectContaining({
          entity_ref: 'component:default/payments',
          lead_seconds: 6 * 3_600,
          coding: 0,
          pickup: 2 * 3_600,
          review: 2 * 3_600,
        }),
      ]);
    });
  });
});
