import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import {
  change,
  incident,
  rollout,
  sha,
  tag,
} from '../facts/__testUtils__/events';
import { FactsUnderTest } from '../facts/__testUtils__/FactsUnderTest';
import { EventRecorder } from '../facts/EventRecorder';
import { readSettings } from '../settings';
import { ApplyRules } from './ApplyRules';

jest.setTimeout(120_000);

const SERVICES = [
  {},
  {
    entity_ref: 'component:default/shop',
    name: 'shop',
    repository: 'github.com/acme/shop',
  },
];

const LIVE = { environment: 'live' };
const shop = { by: 'ref' as const, value: 'component:default/shop' };

/** With rollouts to two environments, of which either may be production, a hotfix, a revert, and incidents of both. */
const EVENTS: DoraEvent[] = [
  ...[0, 1, 2, 3].map(tag),
  change(0, '03-01T10:00'),
  change(1, '03-02T10:00', { branch: 'urgent/login' }),
  change(2, '03-03T10:00', { reverts: [sha(1)] }),
  change(3, '03-04T10:00', { labels: ['hotfix'] }),
  ...[0, 1, 2, 3].flatMap(position => [
    rollout(`v${position}`, `03-0${position + 1}T12:00`),
    rollout(`v${position}`, `03-0${position + 1}T13:00`, LIVE),
  ]),
  rollout('s1', '03-02T09:00', { ...LIVE, service: shop }),
  incident('of live', '03-05T10:00', '03-05T11:00', {
    ...LIVE,
    services: [shop],
  }),
  incident('of production', '03-02T12:30', '03-02T14:00', {
    environment: 'production',
  }),
];

const OTHER = {
  timeZone: 'Asia/Tokyo',
  productionEnvironments: ['live'],
  hotfix: { branches: ['urgent/*'] },
  revertDays: 0,
};

describe('ApplyRules', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    const { signal } = new AbortController();
    const logger = mockServices.logger.mock();
    let knex: Knex;
    let facts: FactsUnderTest;

    /** A process with a configuration, on the database. */
    function processWith(dora: JsonObject) {
      const settings = readSettings(new ConfigReader({ dora }));
      const recorder = new EventRecorder({ knex, settings });
      return {
        recorder,
        rules: new ApplyRules({ knex, recorder, settings, logger }),
        record: (events: DoraEvent[]) =>
          recorder.record({ source: 'test', sourceType: 'test', events }),
      };
    }
    const outdated = () => knex('dora_outdated').pluck('entity_ref');
    /** What follows from events where a configuration held from the beginning. */
    async function factsBy(dora: JsonObject, events: DoraEvent[]) {
      const fresh = await FactsUnderTest.create(
        await databases.init(databaseId),
        { dora, services: SERVICES },
      );
      await fresh.record(events);
      return fresh.facts();
    }

    beforeEach(async () => {
      jest.clearAllMocks();
      knex = await databases.init(databaseId);
      facts = await FactsUnderTest.create(knex, { services: SERVICES });
      await processWith({}).rules.adopt();
      await facts.record(EVENTS);
    });

    it('derives by changed settings what was derived by others', async () => {
      const counted = () =>
        knex('dora_deployments')
          .where('counted', true)
          .distinct('environment')
          .pluck('environment');
      expect(await counted()).toEqual(['production']);

      const { rules } = processWith(OTHER);
      await rules.adopt();
      await rules.run(signal);

      expect(await counted()).toEqual(['live']);
      expect(
        await knex('dora_incidents').orderBy('opened_at').pluck('production'),
      ).toEqual(
        [false, true].map(it => (databaseId === 'SQLITE_3' ? +it : it)),
      );
      expect(await facts.facts()).toEqual(await factsBy(OTHER, EVENTS));
      expect(await outdated()).toEqual([]);
    });

    it('does nothing where nothing that facts follow from has changed', async () => {
      const { rules, recorder } = processWith({
        reportYear: 2025,
        productionEnvironments: ['Prod', 'production'],
      });
      const rederive = jest.spyOn(recorder, 'rederive');
      await rules.adopt();
      expect(await outdated()).toEqual([]);
      await rules.run(signal);
      expect(rederive).not.toHaveBeenCalled();
    });

    it('is asked for once by replicas that start at the same time', async () => {
      await Promise.all(
        [OTHER, OTHER, OTHER].map(dora => processWith(dora).rules.adopt()),
      );
      expect(logger.info).toHaveBeenCalledTimes(1);
    });

    it('goes on where it was stopped', async () => {
      const { rules, recorder } = processWith(OTHER);
      const aborting = new AbortController();
      const rederive = recorder.rederive.bind(recorder);
      const spy = jest
        .spyOn(recorder, 'rederive')
        .mockImplementation(async options => {
          aborting.abort();
          await rederive(options);
        });
      await rules.adopt();
      await rules.run(aborting.signal);
      expect(await outdated()).toEqual(['component:default/shop']);
      await rules.run(signal);
      expect(spy).toHaveBeenCalledTimes(2);
      expect(await facts.facts()).toEqual(await factsBy(OTHER, EVENTS));
    });

    it('keeps in mind what could not be derived', async () => {
      const { rules } = processWith(OTHER);
      await rules.adopt();
      const damaged = () =>
        knex('dora_events').where('external_id', 'live s1 03-02T09:00');
      const { payload } = await damaged().first();
      await damaged().update({ payload: 'damaged' });
      await expect(rules.run(signal)).rejects.toThrow();
      expect(await outdated()).toEqual(['component:default/shop']);
      await damaged().update({ payload });
      await rules.run(signal);
      expect(await facts.facts()).toEqual(await factsBy(OTHER, EVENTS));
    });

    it('lets the process that started last decide, while another one still runs', async () => {
      const old = processWith({});
      const late = [
        rollout('v1', '03-06T12:00', LIVE),
        incident('late', '03-06T12:30', undefined, LIVE),
      ];
      const next = processWith(OTHER);
      await next.rules.adopt();

      await old.rules.run(signal);
      expect(await outdated()).toHaveLength(2);
      await next.rules.run(signal);
      await old.record(late);
      expect(await outdated()).toEqual(['component:default/payments']);
      await old.rules.run(signal);
      await next.rules.run(signal);
      expect(await facts.facts()).toEqual(
        await factsBy(OTHER, [...EVENTS, ...late]),
      );

      const spies = [old, next].map(({ recorder }) =>
        jest.spyOn(recorder, 'rederive'),
      );
      await old.rules.run(signal);
      await next.rules.run(signal);
      spies.forEach(spy => expect(spy).not.toHaveBeenCalled());
    });

    it('rolls up the days of another time zone', async () => {
      // In Tokyo it is 04:00 of the next day.
      await facts.record([rollout('v9', '03-31T19:00')]);
      const days = () =>
        knex('dora_days').where('day', '>=', '2026-03-31').pluck('day');
      expect(await days()).toEqual(['2026-03-31']);
      const { rules } = processWith({ timeZone: 'Asia/Tokyo' });
      await rules.adopt();
      await rules.run(signal);
      expect(await days()).toContain('2026-04-01');
    });
  });
});
