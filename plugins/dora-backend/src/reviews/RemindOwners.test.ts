import { TestDatabases } from '@backstage/backend-test-utils';
import { ReviewingUnderTest } from '../__testUtils__/ReviewingUnderTest';

jest.setTimeout(120_000);

describe('RemindOwners', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let dora: ReviewingUnderTest;

    const reminded = () => dora.sent.map(({ payload }) => payload.title).sort();

    beforeEach(async () => {
      dora = await ReviewingUnderTest.create(
        await databases.init(databaseId),
        [],
      );
      await dora.knex('dora_reviews').insert({
        id: 'r1',
        scope: 'group:default/team',
        month: '2026-10',
        frozen_at: 1,
        reviewed_at: 2,
        reviewed_by: 'user:default/ann',
        metrics: '{}',
        notes: '',
        demo: false,
      });
      const action = (title: string, dueDate: string, state = 'open') => ({
        id: title,
        review_id: 'r1',
        place: 0,
        title,
        owner_ref: 'user:default/bob',
        due_date: dueDate,
        state,
      });
      await dora
        .knex('dora_review_actions')
        .insert([
          action('late', '2026-11-19'),
          action('today', '2026-11-20'),
          action('done', '2026-11-01', 'done'),
          action('given up', '2026-11-01', 'not-done'),
        ]);
    });

    it('reminds the owner once the day has passed', async () => {
      await dora.run('reminders', '2026-11-20T23:00:00Z');
      expect(dora.sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: 'user:default/bob' },
          payload: {
            title: 'Overdue since 2026-11-19: late',
            description:
              'A review of group:default/team decided it. Say what became of it.',
            link: '/dora/reviews/r1',
            topic: 'dora-action-overdue',
            scope: 'dora-action-overdue:late',
            severity: 'normal',
          },
        },
      ]);
    });

    it('reminds of each action once a week', async () => {
      await dora.run('reminders', '2026-11-20T10:00:00Z');
      await dora.run('reminders', '2026-11-21T10:00:00Z');
      expect(reminded()).toEqual([
        'Overdue since 2026-11-19: late',
        'Overdue since 2026-11-20: today',
      ]);
      await dora.run('reminders', '2026-11-27T09:59:00Z');
      expect(reminded()).toHaveLength(2);
      await dora.run('reminders', '2026-11-27T10:00:00Z');
      expect(reminded()).toEqual([
        'Overdue since 2026-11-19: late',
        'Overdue since 2026-11-19: late',
        'Overdue since 2026-11-20: today',
      ]);
    });

    it('does not insist where notices cannot be sent', async () => {
      dora.isMailboxBroken = true;
      await dora.run('reminders', '2026-11-20T10:00:00Z');
      await dora.run('reminders', '2026-11-20T11:00:00Z');
      expect(dora.sent).toHaveLength(1);
      expect(dora.logger.warn).toHaveBeenCalledTimes(1);
    });
  });
});
