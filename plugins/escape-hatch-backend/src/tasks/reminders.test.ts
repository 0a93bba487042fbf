import { TestDatabases } from '@backstage/backend-test-utils';
import { actor } from '../requests/__testUtils__/HatchesUnderTest';
import { TasksUnderTest } from './__testUtils__/TasksUnderTest';

jest.setTimeout(120_000);

describe('requests that wait', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  // Submitted on Tuesday, 24 November 2026, at noon.
  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let tasks: TasksUnderTest;
    const titles = async () =>
      (await tasks.newsOf('remind')).map(({ title }) => title.split(':')[0]);

    beforeEach(async () => {
      tasks = await TasksUnderTest.create(await databases.init(databaseId));
    });

    it('remind approvers after 2, 5 and 10 working days', async () => {
      const { hatches } = tasks;
      await hatches.request({ submit: true });
      const reminded: string[] = [];
      for (let day = 0; day <= 20; day++) {
        for (const { recipients, description } of await tasks.newsOf(
          'remind',
        )) {
          expect(recipients).toEqual(['group:default/platform-team']);
          reminded.push(
            `${new Date(hatches.time)
              .toISOString()
              .slice(0, 10)} ${description}`,
          );
        }
        hatches.wait({ days: 1 });
      }
      expect(reminded).toEqual([
        '2026-11-26 It has waited for 2 working days and lapses on 2027-01-05.',
        '2026-12-01 It has waited for 5 working days and lapses on 2027-01-05.',
        '2026-12-08 It has waited for 10 working days and lapses on 2027-01-05.',
      ]);
    });

    it('are told once of when the portal was down over several reminders', async () => {
      const { hatches } = tasks;
      await hatches.request({ submit: true });
      hatches.wait({ days: 9 });
      expect(await tasks.newsOf('remind')).toMatchObject([
        { description: expect.stringMatching(/^It has waited for 5 /) },
      ]);
    });

    it('count anew for each stage, and remind who has to decide it', async () => {
      const { hatches } = tasks;
      const request = await hatches.highRisk();
      hatches.wait({ days: 1 });
      await hatches.approve(request, 'ml-lead');
      hatches.wait({ days: 1 });
      expect(await titles()).toEqual([]);
      hatches.wait({ days: 1 });
      expect(await tasks.newsOf('remind')).toMatchObject([
        { recipients: ['group:default/platform-team'] },
      ]);
    });

    it('remind the requester whom changes are waited for from', async () => {
      const { hatches } = tasks;
      const { id, version } = await hatches.request({ submit: true });
      await hatches.service.requestChanges({
        id,
        expectedVersion: version,
        comment: 'Which nodes?',
        actor: actor('platform-lead'),
      });
      hatches.wait({ days: 2 });
      expect(await tasks.newsOf('remind')).toMatchObject([
        {
          recipients: ['user:default/ml-engineer'],
          title: expect.stringMatching(/^Still waits for your changes/),
        },
      ]);
    });

    it('lapse at 30 working days, not a minute before', async () => {
      const { hatches } = tasks;
      const { id } = await hatches.request({ submit: true });
      const draft = await hatches.request({ rules: ['probes'] });
      // Noon of Tuesday, 5 January: six weeks later.
      hatches.wait({ days: 42, minutes: -1 });
      await tasks.run('lapse');
      expect((await hatches.store.get(id))?.status).toBe('submitted');
      hatches.wait({ minutes: 1 });
      const told = await tasks.newsOf('lapse');
      expect((await hatches.store.get(id))?.status).toBe('lapsed');
      expect((await hatches.store.get(draft.id))?.status).toBe('draft');
      expect(told).toMatchObject([
        {
          topic: 'escape-hatch-lapsed',
          recipients: ['user:default/ml-engineer', 'group:default/ml-team'],
        },
      ]);
      expect(await titles()).toEqual([]);
    });

    it('are not reminded of when nothing is configured', async () => {
      const quiet = await TasksUnderTest.create(
        await databases.init(databaseId),
        {
          reminders: { workingDays: [] },
        },
      );
      await quiet.hatches.request({ submit: true });
      quiet.hatches.wait({ days: 20 });
      expect(await quiet.newsOf('remind')).toEqual([]);
    });
  });
});
