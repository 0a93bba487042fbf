import { TestDatabases } from '@backstage/backend-test-utils';
import { actor } from '../requests/__testUtils__/HatchesUnderTest';
import { TasksUnderTest } from './__testUtils__/TasksUnderTest';

jest.setTimeout(120_000);

const REPOSITORY = 'https://github.com/acme/platform';

describe('starts, ends and reviews', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  // It is Tuesday, 24 November 2026, noon, in London.
  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let tasks: TasksUnderTest;

    beforeEach(async () => {
      tasks = await TasksUnderTest.create(await databases.init(databaseId));
    });

    /** What is told day by day, at noon. */
    async function diary(topics: string[], days: number) {
      const entries: string[] = [];
      for (let day = 0; day <= days; day++) {
        for (const { topic, title } of await tasks.newsOf('tell')) {
          if (topics.includes(topic)) {
            const date = new Date(tasks.hatches.time).toISOString();
            entries.push(`${date.slice(0, 10)} ${title.split(':')[0]}`);
          }
        }
        tasks.hatches.wait({ days: 1 });
      }
      return entries;
    }

    it('are told 30, 14, 7 and 1 days before the end, and on expiry', async () => {
      // The last day is 31 January: it ends at midnight after it.
      await tasks.hatches.approved();
      expect(
        await diary(['escape-hatch-ends', 'escape-hatch-expired'], 75),
      ).toEqual([
        '2027-01-02 Ends in 29 days',
        '2027-01-18 Ends in 13 days',
        '2027-01-25 Ends in 6 days',
        '2027-01-31 Ends today',
        '2027-02-01 Escape hatch expired',
      ]);
    });

    it('go to requester and owners, exactly at the instants', async () => {
      const { hatches } = tasks;
      const { id } = await hatches.approved();
      // 25 January, midnight: seven days before.
      hatches.wait({ days: 61, minutes: 12 * 60 - 1 });
      await tasks.run('tell');
      hatches.wait({ minutes: 1 });
      expect(await tasks.newsOf('tell')).toMatchObject([
        {
          topic: 'escape-hatch-ends',
          title:
            'Ends in 7 days: #1 special-ml-workload (privileged-container)',
          recipients: ['user:default/ml-engineer', 'group:default/ml-team'],
          link: `/escape-hatches/${id}`,
        },
      ]);
    });

    it('are not told of steps that had passed when it was approved', async () => {
      await tasks.hatches.approved({ expiresAt: '2026-12-01' });
      expect(
        await diary(['escape-hatch-ends', 'escape-hatch-expired'], 10),
      ).toEqual([
        '2026-11-25 Ends in 6 days',
        '2026-12-01 Ends today',
        '2026-12-02 Escape hatch expired',
      ]);
    });

    it('are no news when they are long ago', async () => {
      await tasks.hatches.approved();
      tasks.hatches.wait({ days: 100 });
      expect(await tasks.newsOf('tell')).toEqual([]);
    });

    it('are told of what starts later, when it starts', async () => {
      const { hatches } = tasks;
      await hatches.approved({ startsAt: '2026-12-01' });
      hatches.wait({ days: 6, minutes: 12 * 60 - 1 });
      expect(await tasks.newsOf('tell')).toEqual([]);
      hatches.wait({ minutes: 1 });
      expect(await tasks.newsOf('tell')).toMatchObject([
        {
          topic: 'escape-hatch-started',
          description: 'Its last day is 2027-01-31.',
        },
      ]);
    });

    it('have the review done by the last stage: each quarter, and once before the end', async () => {
      tasks = await TasksUnderTest.create(await databases.init(databaseId), {
        maxDays: 366,
      });
      const { hatches } = tasks;
      const { id } = await hatches.approved({ expiresAt: '2027-08-31' });
      hatches.wait({ days: 92, minutes: -1 });
      expect(await tasks.newsOf('tell')).toEqual([]);
      hatches.wait({ minutes: 1 });
      expect(await tasks.newsOf('tell')).toMatchObject([
        {
          topic: 'escape-hatch-review',
          recipients: ['group:default/platform-team'],
          description:
            'Is it still needed? Keep it until 2027-08-31, shorten it or revoke it.',
        },
      ]);
      const keep = async () =>
        hatches.service.review({
          id,
          expectedVersion: (await hatches.store.get(id))!.version,
          outcome: 'keep',
          actor: actor('platform-lead'),
        });
      await keep();
      // 92 days after 24 February.
      expect(await diary(['escape-hatch-review'], 93)).toEqual([
        '2027-05-27 Quarterly review is due',
      ]);
      await keep();
      // 30 days before 31 August, 23:00 UTC, and not 92 days after 29 May.
      expect(await diary(['escape-hatch-review'], 70)).toEqual([
        '2027-08-02 Quarterly review is due',
      ]);
    });

    it('bring the issue up to date where there is one', async () => {
      tasks = await TasksUnderTest.create(await databases.init(databaseId), {
        issues: { repository: REPOSITORY },
      });
      const { hatches } = tasks;
      const { id, activeFrom, expiresAt } = await hatches.approved({
        startsAt: '2026-12-01',
        expiresAt: '2026-12-02',
      });
      hatches.wait({ days: 7 });
      await tasks.run('tell');
      hatches.wait({ days: 7 });
      await tasks.run('tell');
      expect(await tasks.keysOf('issue')).toEqual([
        `${id}:2:issue`,
        `${id}:3:issue`,
        `${id}:ended:${expiresAt}:issue`,
        `${id}:started:${activeFrom}:issue`,
      ]);
    });

    it('keep the outbox from growing for ever', async () => {
      const { hatches } = tasks;
      await hatches.request({ submit: true });
      await hatches.knex('escape_hatch_outbox').update('done_at', hatches.time);
      hatches.wait({ days: 400 });
      await tasks.run('drop');
      expect(await tasks.keysOf('notification')).toHaveLength(1);
      hatches.wait({ minutes: 1 });
      await tasks.run('drop');
      expect(await tasks.keysOf('notification')).toEqual([]);
    });
  });
});
