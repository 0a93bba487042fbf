import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogEntity } from '../__testUtils__/catalogEntity';
import { startDoraBackend } from '../__testUtils__/startDoraBackend';
import { openDatabase } from '../database/openDatabase';

jest.setTimeout(120_000);

const TEAM = 'group:default/team';

describe('snapshots over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let backend: Awaited<ReturnType<typeof startDoraBackend>>;

    const weeks = async (query: string) => {
      const { body, status } = await backend.get(`/snapshots?${query}`);
      expect({ status, error: body.error }).toEqual({ status: 200 });
      return body.items.map((it: { week: string }) => it.week);
    };

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      backend = await startDoraBackend({
        knex,
        dora: { timeZone: 'Europe/London' },
        entities: [catalogEntity('Group', 'team')],
      });
      await openDatabase(mockServices.database({ knex }));
      // 26 October follows the night in which the clocks went back.
      const rows = ['2026-10-19', '2026-10-26', '2026-11-02'].map(week => ({
        id: `team-${week}`,
        scope: TEAM,
        week,
        frozen_at: 1_000,
        metrics: '{}',
      }));
      await knex('dora_snapshots').insert([
        ...rows,
        { ...rows[0], id: 'all', scope: 'all' },
      ]);
    });
    afterAll(() => backend.stop());

    it('lists the weeks of a scope, newest first', async () => {
      expect(await weeks(`scope=${TEAM}`)).toEqual([
        '2026-11-02',
        '2026-10-26',
        '2026-10-19',
      ]);
      expect(await weeks('')).toEqual(['2026-10-19']);
    });

    it.each([
      // In London the week of 19 October began at 23:00 UTC on the day before.
      ['from=2026-10-18T23:00:00Z&to=2026-10-26T00:00:00Z', ['2026-10-19']],
      [
        'from=2026-10-18T23:00:00.001Z&to=2026-10-26T00:00:00.001Z',
        ['2026-10-26'],
      ],
      ['from=2026-10-26T00:00:00Z', ['2026-11-02', '2026-10-26']],
      ['to=2026-10-20T00:00:00Z', ['2026-10-19']],
    ])('lists those that begin in %s', async (window, expected) => {
      expect(await weeks(`scope=${TEAM}&${window}`)).toEqual(expected);
    });

    it('lists in pages', async () => {
      const path = `/snapshots?scope=${TEAM}&limit=2`;
      const { body } = await backend.get(path);
      expect(body.items).toHaveLength(2);
      expect(await weeks(`scope=${TEAM}&cursor=${body.nextCursor}`)).toEqual([
        '2026-10-19',
      ]);
    });

    it('does not know other scopes', async () => {
      const { status } = await backend.get(
        '/snapshots?scope=group:default/nobody',
      );
      expect(status).toBe(404);
    });
  });
});
