import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { webhookEvents } from '../github/webhookEvents';
import { IngestUnderTest } from './__testUtils__/IngestUnderTest';

jest.setTimeout(60_000);

/** What the first `curl` of a page sends. */
function documentedBody(page: string): string {
  const text = readFileSync(
    resolve(__dirname, '../../../../docs/dora', page),
    'utf8',
  );
  const body = /(?:-d|BODY=)\s*'(\{[^']*\})'/.exec(text)?.[1];
  if (!body) {
    throw new Error(`No example in ${page}`);
  }
  return body;
}

describe('the examples of the documentation', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('are taken', async () => {
    const ingest = await IngestUnderTest.create(
      await databases.init('SQLITE_3'),
      {
        alertmanager: { secret: 'try-it' },
        pagerduty: { secrets: ['try-it'] },
      },
    );
    const { knex } = ingest.facts;
    await knex('dora_services').insert({
      entity_ref: 'component:default/api-service',
      name: 'api-service',
      namespace: 'default',
      pagerduty_id: 'PABC123',
    });

    const deployed = await ingest.post('/events', {
      subject: 'demo-ci',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: documentedBody('source-cdevents.md'),
    });
    expect([deployed.status, deployed.body]).toEqual([
      202,
      { accepted: 1, duplicates: 0 },
    ]);
    expect(await ingest.facts.rollouts()).toEqual([
      expect.objectContaining({
        entity_ref: 'component:default/api-service',
        version: '1.4.0',
      }),
    ]);

    const alerted = await ingest.post('/webhooks/alertmanager', {
      headers: { authorization: 'Bearer try-it' },
      body: documentedBody('source-alertmanager.md'),
    });
    expect(alerted.status).toBe(202);
    const paging = documentedBody('source-pagerduty.md');
    const signature = createHmac('sha256', 'try-it')
      .update(paging)
      .digest('hex');
    const paged = await ingest.post('/webhooks/pagerduty', {
      headers: { 'x-pagerduty-signature': `v1=${signature}` },
      body: paging,
    });
    expect(paged.status).toBe(202);
    expect(await knex('dora_incident_services').pluck('entity_ref')).toEqual([
      'component:default/api-service',
      'component:default/api-service',
    ]);

    const { events } = webhookEvents({
      name: 'deployment_status',
      payload: JSON.parse(documentedBody('source-github.md')),
      incidentLabels: ['incident'],
    });
    expect(events).toEqual([
      expect.objectContaining({ type: 'deployment', version: 'v1.0.0' }),
    ]);
  });
});
