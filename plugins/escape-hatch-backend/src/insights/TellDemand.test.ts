import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testSettings } from '../__testUtils__/testSettings';
import { openDatabase } from '../database/openDatabase';
import { Outbox } from '../outbox/Outbox';
import type { JudgedDemand } from './InsightReader';
import { TellDemand } from './TellDemand';

jest.setTimeout(120_000);

const NOON = Date.parse('2026-11-24T12:00:00Z');
const DAY = 86_400_000;

const demand = (rule: string, hasSignal: boolean): JudgedDemand => ({
  rule,
  hasSignal,
  requests: 5,
  active: 1,
  owners: ['group:default/a', 'group:default/b', 'group:default/c'],
  services: ['component:default/s', 'component:default/t'],
  newest: [],
});

describe('TellDemand', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let knex: Knex;
    let now: number;
    let rules: JudgedDemand[];
    const clock = { now: () => now };
    const task = () =>
      new TellDemand({
        knex,
        clock,
        outbox: new Outbox({ clock }),
        reader: {
          demand: async () => ({
            from: now - 90 * DAY,
            servicesTotal: 8,
            rules,
          }),
        },
        settings: testSettings(),
      });
    const keys = () =>
      knex('escape_hatch_outbox').orderBy('created_at').pluck('key');

    beforeEach(async () => {
      knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      now = NOON;
      rules = [demand('probes', true), demand('terraform-only', false)];
    });

    it('tells the platform team once, on whichever replica', async () => {
      await Promise.all([task().run(), task().run()]);
      now += DAY;
      await task().run();
      const [row, ...more] = await knex('escape_hatch_outbox');
      expect(more).toEqual([]);
      expect(row).toMatchObject({ kind: 'notification', request_id: null });
      expect(JSON.parse(row.payload)).toEqual({
        recipients: ['group:default/platform-team'],
        title: 'The golden path needs updating: probes',
        description:
          '3 teams and 2 of 8 services asked to leave it in the last 90 days.',
        link: '/escape-hatches/insights',
        severity: 'normal',
        topic: 'escape-hatch-demand',
      });
    });

    it('tells again when the demand has fallen and risen, and each rule by itself', async () => {
      await task().run();
      now += DAY;
      rules = [demand('probes', false), demand('terraform-only', true)];
      await task().run();
      now += DAY;
      rules = [demand('probes', true), demand('terraform-only', true)];
      await task().run();
      expect(await keys()).toEqual([
        `signal:probes:${NOON}`,
        `signal:terraform-only:${NOON + DAY}`,
        `signal:probes:${NOON + 2 * DAY}`,
      ]);
    });
  });
});
