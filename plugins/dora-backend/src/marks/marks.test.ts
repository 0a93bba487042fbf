import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { EventParams } from '@backstage/plugin-events-node';
import { incident, instant, rollout } from '../facts/__testUtils__/events';
import {
  FactsUnderTest,
  PAYMENTS,
} from '../facts/__testUtils__/FactsUnderTest';
import { EventRecorder } from '../facts/EventRecorder';
import { readSettings } from '../settings';
import { MarkPublisher } from './MarkPublisher';

jest.setTimeout(120_000);

const NOW = Date.parse('2026-11-24T12:00:00Z');

describe('marks', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let told: EventParams[];
  let recorder: EventRecorder;
  let logger: ReturnType<typeof mockServices.logger.mock>;
  let isBusBroken: boolean;

  const record = (...events: object[]) =>
    recorder.record({
      source: 'test',
      sourceType: 'test',
      events: events as Parameters<EventRecorder['record']>[0]['events'],
    });
  const marks = () => told.map(({ eventPayload }) => eventPayload as any);

  beforeEach(async () => {
    told = [];
    isBusBroken = false;
    const knex = await databases.init('SQLITE_3');
    await FactsUnderTest.create(knex, {
      services: [{}, { entity_ref: 'component:default/shop', name: 'shop' }],
    });
    logger = mockServices.logger.mock();
    const events = mockServices.events.mock();
    events.publish.mockImplementation(async params => {
      if (isBusBroken) {
        throw new Error('no bus');
      }
      told.push(params);
    });
    const publisher = new MarkPublisher({
      events,
      logger,
      appUrl: 'https://portal.example.org/',
    });
    recorder = new EventRecorder({
      knex,
      settings: readSettings(new ConfigReader({})),
      announce: changed => publisher.announce(changed, NOW),
    });
  });

  it('tells of production rollouts, oldest first, with a link', async () => {
    await record(
      rollout('v2', '11-11T10:00'),
      rollout('v1', '11-10T10:00'),
      rollout('v3', '11-12T10:00', { environment: 'staging' }),
      rollout('v2', '11-13T10:00'),
      rollout('v4', '11-14T10:00', { outcome: 'failure' }),
    );
    expect(told[0]).toEqual({
      topic: 'dora.deployment',
      eventPayload: {
        id: expect.stringMatching(/^deployment:[\w-]+$/),
        entityRef: PAYMENTS,
        kind: 'deployment',
        at: '2026-11-10T10:00:00Z',
        title: 'v1 in production',
        url: expect.stringMatching(
          /^https:\/\/portal\.example\.org\/dora\/deployments\/[\w-]+$/,
        ),
      },
    });
    // Neither staging, nor the redeploy of what runs, nor what broke off on the way.
    expect(marks().map(({ title }) => title)).toEqual([
      'v1 in production',
      'v2 in production',
    ]);
  });

  it('tells again, by the same id, of a deployment that a rollback blames', async () => {
    await record(rollout('v1', '11-10T10:00'), rollout('v2', '11-11T10:00'));
    const [, v2] = marks();
    told = [];
    await record(rollout('v1', '11-11T11:00'));
    expect(marks().map(({ kind, at }) => [kind, at])).toEqual([
      ['failed-deployment', '2026-11-11T10:00:00Z'],
      ['rollback', '2026-11-11T11:00:00Z'],
    ]);
    expect(marks()[0].id).toBe(v2.id);
  });

  it('tells each service of an incident, and again when it ends', async () => {
    const services = [PAYMENTS, 'component:default/shop'].map(value => ({
      by: 'ref' as const,
      value,
    }));
    await record(
      incident('fire', '11-20T10:00', undefined, {
        services,
        url: 'https://status.example.org/1',
      }),
    );
    const opened = marks();
    expect(opened.map(({ entityRef }) => entityRef).sort()).toEqual([
      PAYMENTS,
      'component:default/shop',
    ]);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(2);
    expect(opened[0]).toMatchObject({
      kind: 'incident',
      at: '2026-11-20T10:00:00Z',
      title: 'Incident fire',
      url: 'https://status.example.org/1',
    });
    expect(opened[0]).not.toHaveProperty('to');

    told = [];
    await record(
      incident('fire', '11-20T10:00', '11-20T11:00', { services, revision: 1 }),
    );
    expect(marks().map(({ id }) => id)).toEqual(opened.map(({ id }) => id));
    expect(marks()[0].to).toBe('2026-11-20T11:00:00Z');
  });

  describe('takes back what it told', () => {
    const retracted = (before: { id: string }[]) =>
      before.map(({ id }) => ({ id, retracted: true }));

    it('of a rollout or an incident that never happened', async () => {
      await record(
        rollout('v1', '11-10T10:00'),
        rollout('v2', '11-11T10:00'),
        incident('fire', '11-20T10:00'),
      );
      const [, v2, fire] = marks();
      told = [];
      await record(
        { ...rollout('v2', '11-11T10:00'), revision: 1, retracted: true },
        { ...incident('fire', '11-20T10:00'), revision: 1, retracted: true },
      );
      expect(marks()).toEqual(retracted([v2, fire]));
    });

    it('of a rollout that turns out to repeat another one', async () => {
      await record(rollout('v2', '11-11T10:00'));
      const repeated = marks();
      told = [];
      await record(rollout('v2', '11-10T10:00'));
      expect(marks()).toEqual([
        ...retracted(repeated),
        expect.objectContaining({ at: '2026-11-10T10:00:00Z' }),
      ]);
    });

    it('of an incident that was another service’s', async () => {
      await record(incident('fire', '11-20T10:00'));
      const before = marks();
      told = [];
      await record(
        incident('fire', '11-20T10:00', undefined, {
          revision: 1,
          services: [{ by: 'ref', value: 'component:default/shop' }],
        }),
      );
      expect(marks()).toEqual([
        ...retracted(before),
        expect.objectContaining({ entityRef: 'component:default/shop' }),
      ]);
    });
  });

  it('tells of the last 92 days only', async () => {
    // 24 August, 12:00, is 92 days before.
    await record(
      rollout('v1', '08-24T11:59'),
      rollout('v2', '08-24T12:00'),
      incident('old', '08-01T10:00', '08-02T10:00'),
      incident('long', '08-01T10:00', '08-30T10:00'),
    );
    expect(marks().map(({ at, kind }) => [kind, at])).toEqual([
      ['incident', instant('08-01T10:00')],
      ['deployment', instant('08-24T12:00')],
    ]);
  });

  it('stores facts even where nobody can be told', async () => {
    isBusBroken = true;
    await expect(record(rollout('v1', '11-10T10:00'))).resolves.toEqual({
      accepted: 1,
      duplicates: 0,
    });
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('no bus'));
  });
});
