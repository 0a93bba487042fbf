import { mockServices } from '@backstage/backend-test-utils';
import type {
  Review,
  ReviewDraft,
} from '@golden-path/backstage-plugin-dora-common';
import { DemoReview } from './DemoReview';
import { demoReviewDraft } from './demoReviewDraft';

const draft = demoReviewDraft(new Date('2026-11-24T15:40:00Z'));

function demoReview(existing: string[], refusals: Error[] = []) {
  const logger = mockServices.logger.mock();
  const written: ReviewDraft[] = [];
  const review = new DemoReview({
    logger,
    draft,
    api: {
      listReviews: async () => ({
        items: existing.map(month => ({ month } as Review)),
        ready: [],
      }),
      createReview: async sent => {
        const refusal = refusals.shift();
        if (refusal) {
          throw refusal;
        }
        written.push(sent);
        return {} as Review;
      },
    },
  });
  return {
    run: () => review.run(),
    written,
    said: () => logger.info.mock.calls.map(([message]) => message),
  };
}

describe('DemoReview', () => {
  it('is of the last month, with an action overdue', () => {
    expect(draft).toMatchObject({
      scope: 'group:default/platform-team',
      month: '2026-10',
      actions: [{ dueDate: '2026-12-05' }, { dueDate: '2026-11-20' }],
    });
    const inJanuary = new Date('2027-01-01T00:00:00Z');
    expect(demoReviewDraft(inJanuary).month).toBe('2026-12');
  });

  it('is written once', async () => {
    const { run, written, said } = demoReview(['2026-09']);
    await run();
    await run();
    expect(written).toEqual([draft]);
    expect(said()).toEqual([
      'Demo review of group:default/platform-team: written for 2026-10',
    ]);
  });

  it('leaves one that is there', async () => {
    const { run, written, said } = demoReview(['2026-10']);
    await run();
    expect(written).toEqual([]);
    expect(said()).toEqual([]);
  });

  it('is tried again', async () => {
    const { run, written, said } = demoReview(
      [],
      [new Error('no such group'), new Error('no such group')],
    );
    await run();
    await run();
    await run();
    expect(written).toEqual([draft]);
    expect(said()[0]).toBe(
      'Demo review of group:default/platform-team: to be tried again, because of: no such group',
    );
    expect(said()).toHaveLength(2);
  });
});
