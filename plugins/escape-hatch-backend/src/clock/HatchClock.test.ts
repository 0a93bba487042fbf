import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';
import { HatchesUnderTest } from '../requests/__testUtils__/HatchesUnderTest';
import { HatchClock } from './HatchClock';

jest.setTimeout(60_000);

describe('HatchClock', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await openDatabase(mockServices.database({ knex }));
    });

    it('goes with the machine, and not back', async () => {
      let time = 1_000;
      const clock = await HatchClock.create({ knex, now: () => time });
      expect(clock.now()).toBe(1_000);
      time = 5_000;
      expect(clock.now()).toBe(5_000);
      time = 2_000;
      expect(clock.now()).toBe(5_000);
      time = 5_001;
      expect(clock.now()).toBe(5_001);
    });

    it('does not go back over a restart', async () => {
      let time = 5_000;
      await HatchClock.create({ knex, now: () => time });
      time = 2_000;
      const restarted = await HatchClock.create({ knex, now: () => time });
      expect(restarted.now()).toBe(5_000);
    });

    it('does not go back below the newest transition', async () => {
      const hatches = await HatchesUnderTest.create(knex);
      hatches.wait({ days: 1 });
      const { createdAt } = await hatches.request();
      const restarted = await HatchClock.create({ knex, now: () => 1_000 });
      expect(restarted.now()).toBe(createdAt);
    });

    it('takes over the time of another replica, once synced', async () => {
      const behind = await HatchClock.create({ knex, now: () => 1_000 });
      await HatchClock.create({ knex, now: () => 9_000 });
      expect(behind.now()).toBe(1_000);
      await behind.sync();
      expect(behind.now()).toBe(9_000);
      const [{ value }] = await knex('escape_hatch_heads')
        .where('name', 'clock')
        .select('value');
      expect(Number(value)).toBe(9_000);
    });
  });
});
