import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import { testSettings } from '../__testUtils__/testSettings';
import { openDatabase } from '../database/openDatabase';
import { CheckEvents } from './CheckEvents';
import { CheckStore } from './CheckStore';

jest.setTimeout(120_000);

const NOON = Date.parse('2026-11-24T12:00:00Z');

describe('CheckEvents', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let knex: Knex;
    let topics: string[];
    let publish: (payload: unknown) => Promise<void>;
    const logger = mockServices.logger.mock();
    const rows = async () =>
      (await knex('escape_hatch_checks').orderBy(['entity_ref', 'rule'])).map(
        row => ({
          ...row,
          passes: Boolean(row.passes),
          since: Number(row.since),
          observed_at: Number(row.observed_at),
        }),
      );
    const check = (changes: object = {}) => ({
      entityRef: 'component:default/api',
      rule: 'probes',
      passes: true,
      observedAt: '2026-11-24T12:00:00Z',
      ...changes,
    });

    beforeEach(async () => {
      jest.clearAllMocks();
      knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      const events: EventsService = {
        publish: async () => {},
        subscribe: async options => {
          topics = options.topics;
          publish = eventPayload =>
            options.onEvent({ topic: options.topics[0], eventPayload });
        },
      };
      await new CheckEvents({
        store: new CheckStore({ knex }),
        clock: { now: () => NOON },
        settings: testSettings({
          rules: [{ id: 'probes', aliases: ['health-probes'] }],
        }),
        logger,
      }).subscribe(events);
    });

    it('keeps the last result, and since when it has been that', async () => {
      expect(topics).toEqual(['golden-path.check']);
      await publish(check({ observedAt: '2026-11-23T12:00:00Z' }));
      await publish(check());
      await publish(
        check({ observedAt: '2026-11-22T12:00:00Z', passes: false }),
      );
      expect(await rows()).toMatchObject([
        {
          entity_ref: 'component:default/api',
          rule: 'probes',
          passes: true,
          since: Date.parse('2026-11-23T12:00:00Z'),
          observed_at: NOON,
        },
      ]);
    });

    it('knows entities by any case and rules by old ids', async () => {
      await publish(
        check({ entityRef: 'Component:Default/API', rule: 'health-probes' }),
      );
      expect(await rows()).toMatchObject([
        { entity_ref: 'component:default/api', rule: 'probes' },
      ]);
    });

    it('loses no result of many at once', async () => {
      const hours = Array.from({ length: 12 }, (_, hour) =>
        String(hour).padStart(2, '0'),
      );
      await Promise.all(
        hours.map(hour =>
          publish(
            check({
              observedAt: `2026-11-24T${hour}:00:00Z`,
              passes: hour !== '03',
            }),
          ),
        ),
      );
      const [row] = await rows();
      expect(row).toMatchObject({
        passes: true,
        observed_at: Date.parse('2026-11-24T11:00:00Z'),
      });
      expect(row.since).toBeGreaterThan(Date.parse('2026-11-24T03:00:00Z'));
    });

    it.each([
      ['nothing', undefined],
      ['a text', 'passes'],
      ['no full ref', check({ entityRef: 'api' })],
      [
        'a long ref',
        check({ entityRef: `component:default/${'a'.repeat(300)}` }),
      ],
      ['a long rule', check({ rule: 'r'.repeat(64) })],
      ['a result that is none', check({ passes: 'yes' })],
      ['a time that is none', check({ observedAt: 'now' })],
      ['a time to come', check({ observedAt: '2026-11-24T12:06:00Z' })],
      ['a NUL', check({ entityRef: 'component:default/a\u0000' })],
    ])('leaves out %s, and says so', async (_, payload) => {
      await publish(payload);
      expect(await rows()).toEqual([]);
      expect(logger.warn).toHaveBeenCalledTimes(1);
    });

    it('does not keep what is about other rules', async () => {
      await publish(check({ rule: 'has-a-readme' }));
      expect(await rows()).toEqual([]);
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it('drops what nobody speaks of any more', async () => {
      await publish(check({ observedAt: '2026-11-20T12:00:00Z' }));
      await publish(check({ entityRef: 'component:default/web' }));
      const store = new CheckStore({ knex });
      await store.dropSilent(Date.parse('2026-11-21T00:00:00Z'));
      expect(await rows()).toMatchObject([
        { entity_ref: 'component:default/web' },
      ]);
    });
  });
});
