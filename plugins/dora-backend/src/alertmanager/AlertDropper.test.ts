import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openDatabase } from '../database/openDatabase';
import { AlertDropper } from './AlertDropper';
import { AlertStore } from './AlertStore';

jest.setTimeout(60_000);

describe('AlertDropper', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it.each(databases.eachSupportedId())(
    'removes whole incidents on %p',
    async databaseId => {
      const knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      const store = new AlertStore();
      const alert = (
        fingerprint: string,
        startsAt: number,
        endsAt: number | null,
      ) => ({ fingerprint, startsAt, endsAt, details: { title: 'x' } });
      await knex.transaction(async tx => {
        await store.add(tx, 'one', [
          alert('a', 10, 20),
          alert('b', 15, 25),
          // reaches over the limit
          alert('a', 40, 50),
          alert('b', 45, 120),
          alert('a', 200, null),
        ]);
        await store.add(tx, 'two', [alert('a', 10, 20)]);
        await store.add(tx, 'three', [alert('a', 10, null)]);
      });

      await new AlertDropper({ knex }).drop(100, new AbortController().signal);

      const rows = await knex('dora_alerts').orderBy([
        'group_id',
        'starts_at',
        'fingerprint',
      ]);
      expect(
        rows.map(row => [row.group_id, row.fingerprint, Number(row.starts_at)]),
      ).toEqual([
        ['one', 'a', 40],
        ['one', 'b', 45],
        ['one', 'a', 200],
        ['three', 'a', 10],
      ]);
    },
  );
});
