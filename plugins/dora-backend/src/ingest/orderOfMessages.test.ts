import { createHmac } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { cdevent, cloudEvent } from '../cdevents/__testUtils__/cdevent';
import {
  deployment,
  issue,
  pull,
  repository,
  review,
  sha,
  status,
} from '../github/__testUtils__/githubShapes';
import { GithubWebhooks } from '../github/GithubWebhooks';
import { IngestUnderTest } from './__testUtils__/IngestUnderTest';

jest.setTimeout(180_000);

const SECRET = 'secret';

/** Something that arrives. CDEvents that arrive one after another may come in one request. */
type Message =
  | { kind: 'cdevent'; event: object }
  | { kind: 'alerts'; body: object }
  | { kind: 'pagerduty'; body: object }
  | { kind: 'github'; name: string; payload: object };

const at = (time: string) => `2026-03-${time}:00Z`;

const ce = (kind: string, subject: string, time: string, content: object) =>
  ({
    kind: 'cdevent',
    event: cloudEvent(cdevent(kind, { subject, at: at(time), content })),
  } satisfies Message);

const artifact = (version: string) => `pkg:oci/payments@sha256:${version}`;
const rollout = (kind: string, version: string, time: string) =>
  ce(`service.${kind}`, 'payments', time, {
    environment: { id: 'production' },
    artifactId: artifact(version),
  });
const change = (kind: string, id: string, time: string) =>
  ce(`change.${kind}`, id, time, { repository: { id: 'acme/payments' } });
const packaged = (version: string, id: string, time: string) =>
  ce('artifact.packaged', artifact(version), time, {
    change: { id, source: 'https://github.com/acme/payments' },
  });
const incident = (kind: string, time: string, rest: object = {}) =>
  ce(`incident.${kind}`, 'INC-1', time, {
    environment: { id: 'production' },
    service: { id: 'payments' },
    ...rest,
  });

const alerts = (...list: [string, string, string | undefined][]) =>
  ({
    kind: 'alerts',
    body: {
      version: '4',
      groupKey: 'group',
      alerts: list.map(([pod, startsAt, endsAt]) => ({
        status: endsAt ? 'resolved' : 'firing',
        labels: { severity: 'page', service: 'payments', pod },
        annotations: { summary: `Pod ${pod} fails` },
        startsAt: at(startsAt),
        endsAt: endsAt ? at(endsAt) : '0001-01-01T00:00:00Z',
        fingerprint: pod,
      })),
    },
  } satisfies Message);

const page = (verb: string, time: string) =>
  ({
    kind: 'pagerduty',
    body: {
      event: {
        id: `${verb} ${time}`,
        event_type: `incident.${verb}`,
        occurred_at: at(time),
        data: {
          id: 'P1',
          created_at: at('03T08:00'),
          title: 'Orders fail',
          service: { id: 'PORDERS' },
        },
      },
    },
  } satisfies Message);

const hook = (name: string, payload: object) =>
  ({ kind: 'github', name, payload } satisfies Message);
const openPull = pull(7, { openedAt: '05T10:00', updatedAt: '05T12:00' });
const deployed = (id: number, state: string, time: string) =>
  hook('deployment_status', {
    deployment: deployment(21, '05T15:50', sha(1)),
    deployment_status: status(id, state, time),
  });
const labelled = (action: string, updatedAt: string, closedAt?: string) =>
  hook('issues', {
    action,
    issue: issue(40, { openedAt: '05T17:00', updatedAt, closedAt }),
  });

const MESSAGES: Message[] = [
  rollout('deployed', '1', '01T10:00'),
  rollout('upgraded', '2', '02T10:00'),
  rollout('rolledback', '1', '02T11:00'),
  rollout('upgraded', '3', '03T10:00'),
  change('created', 'pull/1', '01T12:00'),
  change('reviewed', 'pull/1', '01T14:00'),
  change('merged', 'pull/1', '01T16:00'),
  change('created', 'pull/2', '02T12:00'),
  change('merged', 'pull/2', '02T13:00'),
  packaged('2', 'pull/1', '01T17:00'),
  packaged('3', 'pull/2', '02T14:00'),
  incident('detected', '02T10:20'),
  incident('reported', '02T10:30', { ticketURI: 'https://tickets.example/1' }),
  incident('resolved', '02T11:10', { artifactId: artifact('2') }),
  alerts(['a', '03T10:10', undefined]),
  alerts(['a', '03T10:10', '03T10:30'], ['b', '03T10:20', undefined]),
  alerts(['b', '03T10:20', '03T10:50']),
  alerts(['c', '03T10:55', undefined]),
  alerts(['c', '03T10:55', '03T11:10'], ['d', '03T10:40', '03T11:00']),
  page('triggered', '03T08:00'),
  page('acknowledged', '03T08:05'),
  page('resolved', '03T08:30'),
  page('reopened', '03T09:00'),
  page('resolved', '03T09:30'),
  hook('pull_request', {
    action: 'opened',
    pull_request: { ...openPull, updated_at: at('05T10:00') },
  }),
  hook('pull_request_review', {
    action: 'submitted',
    review: review(1, 'grace', '05T12:00'),
    pull_request: openPull,
  }),
  hook('pull_request', {
    action: 'closed',
    pull_request: pull(7, {
      openedAt: '05T10:00',
      updatedAt: '05T14:00',
      mergedAt: '05T14:00',
      sha: sha(1),
    }),
  }),
  deployed(1, 'failure', '05T16:00'),
  deployed(2, 'success', '05T16:10'),
  labelled('opened', '05T17:00'),
  labelled('closed', '05T18:00', '05T18:00'),
  labelled('reopened', '05T18:30'),
  labelled('closed', '05T19:00', '05T19:00'),
];

/** A permutation with repetitions, and where a batch of CDEvents ends. */
const arrivals = fc
  .tuple(
    fc.shuffledSubarray(
      MESSAGES.map((_, index) => index),
      { minLength: MESSAGES.length },
    ),
    fc.array(
      fc.record({
        message: fc.nat(MESSAGES.length - 1),
        place: fc.nat(MESSAGES.length),
      }),
      { maxLength: 10 },
    ),
    fc.array(fc.boolean(), {
      minLength: MESSAGES.length + 10,
      maxLength: MESSAGES.length + 10,
    }),
  )
  .map(([order, repeated, ends]) => {
    const all = [...order];
    repeated.forEach(({ message, place }) => all.splice(place, 0, message));
    return { order: all, ends };
  });

describe('messages of all sources', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it.each(databases.eachSupportedId())(
    'give the same facts in any order, repeated and in any batches, on %p',
    async databaseId => {
      const ingest = await IngestUnderTest.create(
        await databases.init(databaseId),
        {
          alertmanager: { secret: SECRET },
          pagerduty: { secrets: [SECRET] },
        },
      );
      const hooks = await webhooksOf(ingest);
      const deliver = async (order: number[], ends: boolean[]) => {
        await clear(ingest);
        let batch: object[] = [];
        const flush = async () => {
          if (batch.length > 0) {
            await expectTaken(
              ingest.post('/events', {
                subject: 'demo-ci',
                headers: {
                  'content-type': 'application/cloudevents-batch+json',
                },
                body: batch,
              }),
            );
            batch = [];
          }
        };
        for (const [index, place] of order.entries()) {
          const message = MESSAGES[place];
          if (message.kind === 'cdevent') {
            batch.push(message.event);
            if (ends[index]) {
              await flush();
            }
          } else {
            await flush();
            await send(ingest, hooks, message);
          }
        }
        await flush();
        return ingest.facts.facts();
      };

      const expected = await deliver(
        MESSAGES.map((_, index) => index),
        [],
      );
      expect(summary(expected)).toEqual({
        // one each of CDEvents, of alerts that all touch in time, of PagerDuty and of GitHub
        incidents: 4,
        changes: 3,
        shipped: 3,
        rollouts: 5,
      });
      await fc.assert(
        fc.asyncProperty(arrivals, async ({ order, ends }) => {
          expect(await deliver(order, ends)).toEqual(expected);
        }),
        { numRuns: databaseId === 'SQLITE_3' ? 40 : 10 },
      );
    },
  );
});

async function expectTaken(request: PromiseLike<{ status: number }>) {
  expect((await request).status).toBe(202);
}

async function send(
  ingest: IngestUnderTest,
  hooks: (name: string, payload: object) => Promise<void>,
  message: Exclude<Message, { kind: 'cdevent' }>,
): Promise<void> {
  if (message.kind === 'github') {
    await hooks(message.name, message.payload);
    return;
  }
  const body = JSON.stringify(message.body);
  const signature = createHmac('sha256', SECRET).update(body).digest('hex');
  await expectTaken(
    message.kind === 'alerts'
      ? ingest.post('/webhooks/alertmanager', {
          headers: { authorization: `Bearer ${SECRET}` },
          body,
        })
      : ingest.post('/webhooks/pagerduty', {
          headers: { 'x-pagerduty-signature': `v1=${signature}` },
          body,
        }),
  );
}

async function webhooksOf({ facts }: IngestUnderTest) {
  let publish: (
    name: string,
    payload: object,
  ) => Promise<void> = async () => {};
  await new GithubWebhooks({
    knex: facts.knex,
    recorder: facts.recorder,
    logger: mockServices.logger.mock(),
    incidentLabels: ['incident'],
  }).subscribe({
    publish: async () => {},
    subscribe: async ({ onEvent }) => {
      publish = (name, payload) =>
        onEvent({
          topic: `github.${name}`,
          eventPayload: { repository: repository(), ...payload },
        });
    },
  });
  return publish;
}

/** Everything but the services. */
async function clear({ facts: { knex } }: IngestUnderTest): Promise<void> {
  for (const table of [
    'dora_events',
    'dora_alerts',
    'dora_deployments',
    'dora_lanes',
    'dora_changes',
    'dora_versions',
    'dora_shipped',
    'dora_incident_services',
    'dora_incidents',
    'dora_failure_links',
    'dora_days',
    'dora_repositories',
    'dora_sources',
  ]) {
    await knex(table).delete();
  }
}

function summary(facts: any) {
  return Object.fromEntries(
    ['incidents', 'changes', 'shipped', 'rollouts'].map(key => [
      key,
      facts[key].length,
    ]),
  );
}
