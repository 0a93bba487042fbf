import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { catalogEntity } from '../__testUtils__/catalogEntity';
import { FactTables } from '../__testUtils__/FactTables';
import { startDoraBackend } from '../__testUtils__/startDoraBackend';
import { openDatabase } from '../database/openDatabase';

jest.setTimeout(120_000);

const TEAM = 'group:default/team';
const SHOP = 'component:default/shop';
const ANN = 'user:default/ann';

const action = (title: string, dueDate = '2999-01-01') => ({
  title,
  owner: ANN,
  dueDate,
});
const draft = (more: object = {}) => ({
  scope: TEAM,
  month: '2026-09',
  notes: 'Slow reviews.',
  actions: [action('Review by noon')],
  ...more,
});

describe('reviews over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let backend: Awaited<ReturnType<typeof startDoraBackend>>;
    let facts: FactTables;
    let knex: Knex;

    const post = (body: object) => backend.post('/reviews', body, backend.user);
    const write = async (more: object = {}) => {
      const { body, status } = await post(draft(more));
      expect({ status, error: body.error }).toEqual({ status: 201 });
      return body;
    };

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      backend = await startDoraBackend({
        knex,
        entities: [
          catalogEntity('Component', 'shop'),
          catalogEntity('Group', 'team'),
          catalogEntity('User', 'ann'),
        ],
      });
      facts = new FactTables(
        await openDatabase(mockServices.database({ knex })),
        'UTC',
      );
      await facts.deployment('d1', 'shop', '2026-09-03T10:00:00Z', {
        owner: TEAM,
      });
      await facts.deployment('d2', 'shop', '2026-09-04T10:00:00Z', {
        owner: TEAM,
      });
      await facts.shipped('d2', 7_200);
    });
    afterAll(() => backend.stop());
    beforeEach(async () => {
      await knex('dora_review_actions').delete();
      await knex('dora_reviews').delete();
    });

    it('writes the review of a month', async () => {
      const review = await write();
      expect(review).toMatchObject({
        scope: TEAM,
        month: '2026-09',
        reviewedBy: 'user:default/mock',
        notes: 'Slow reviews.',
        demo: false,
        metrics: {
          from: '2026-09-01T00:00:00Z',
          to: '2026-10-01T00:00:00Z',
          deploymentFrequency: { n: 2 },
          changeLeadTime: { n: 1, medianSeconds: 7_200 },
        },
        bottleneck: {
          stage: 'coding',
          deployments: [{ id: 'd2', changes: 0, medianSeconds: 7_200 }],
        },
        actions: [
          {
            title: 'Review by noon',
            owner: ANN,
            dueDate: '2999-01-01',
            state: 'open',
            overdue: false,
          },
        ],
      });
      const { body } = await backend.get(`/reviews/${review.id}`);
      expect(body).toEqual(review);
    });

    it('does not change its numbers when events come late', async () => {
      const review = await write({ month: '2026-08', scope: 'all' });
      expect(review.metrics.deploymentFrequency.n).toBe(0);
      await facts.deployment('late', 'shop', '2026-08-10T10:00:00Z');
      const { body: now } = await backend.get(
        '/metrics?from=2026-08-01T00:00:00Z&to=2026-09-01T00:00:00Z',
      );
      expect(now.deploymentFrequency.n).toBe(1);
      const { body } = await backend.get(`/reviews/${review.id}`);
      expect(body).toEqual(review);
    });

    it('takes the numbers that were frozen before', async () => {
      await knex('dora_reviews').insert({
        id: 'frozen',
        scope: TEAM,
        month: '2026-09',
        frozen_at: Date.parse('2026-10-01T01:00:00Z'),
        metrics: JSON.stringify({
          ...(await write({ month: '2026-07' })).metrics,
          from: '2026-09-01T00:00:00Z',
        }),
        notes: '',
        demo: false,
      });
      const { body: list } = await backend.get(`/reviews?scope=${TEAM}`);
      expect(list.ready).toEqual(['2026-09']);
      expect(list.items.map((it: any) => it.month)).toEqual(['2026-07']);

      const review = await write();
      expect(review).toMatchObject({
        id: 'frozen',
        frozenAt: '2026-10-01T01:00:00Z',
        metrics: { deploymentFrequency: { n: 0 } },
      });
      const { body: after } = await backend.get(`/reviews?scope=${TEAM}`);
      expect(after.ready).toEqual([]);
      expect(after.items.map((it: any) => it.month)).toEqual([
        '2026-09',
        '2026-07',
      ]);
    });

    it('has no page of a month that is only frozen', async () => {
      await knex('dora_reviews').insert({
        id: 'frozen',
        scope: TEAM,
        month: '2026-09',
        frozen_at: 1,
        metrics: '{}',
        notes: '',
        demo: false,
      });
      expect((await backend.get('/reviews/frozen')).status).toBe(404);
      expect(
        (await backend.patch('/reviews/frozen', { notes: '' })).status,
      ).toBe(404);
    });

    it('lists in pages', async () => {
      for (const month of ['2026-07', '2026-08', '2026-09']) {
        await write({ month });
      }
      const path = `/reviews?scope=${TEAM}&limit=2`;
      const { body: first } = await backend.get(path);
      expect(first.items.map((it: any) => it.month)).toEqual([
        '2026-09',
        '2026-08',
      ]);
      const { body: second } = await backend.get(
        `${path}&cursor=${first.nextCursor}`,
      );
      expect(second.items.map((it: any) => it.month)).toEqual(['2026-07']);
      expect(second.nextCursor).toBeUndefined();
    });

    it('takes one review of a scope and month', async () => {
      await write();
      const { body, status } = await post(draft());
      expect(status).toBe(409);
      expect(body.error.message).toMatch(/2026-09.*group:default\/team/);
      await write({ scope: SHOP });
    });

    it.each([
      [{ month: '2999-01' }, 400, /^month: .*over/],
      [{ month: '2026-13' }, 400, /^month: /],
      [{ scope: 'group:default/nobody' }, 404, /nobody/],
      [{ scope: 'team' }, 400, /^scope: /],
      [{ notes: '', actions: [] }, 400, /^notes: /],
      [{ notes: 'x'.repeat(10_001) }, 400, /^notes: /],
      [
        { actions: [action('Do it'), action('Do that', '2026-02-30')] },
        400,
        /^actions\[1\]\.dueDate: /,
      ],
      [
        { actions: [{ ...action('Do it'), owner: 'user:default/bob' }] },
        400,
        /^actions\[0\]\.owner: .*user:default\/bob/,
      ],
      [
        { actions: [{ ...action('Do it'), owner: SHOP }] },
        400,
        /^actions\[0\]\.owner: .*component:default\/shop/,
      ],
      [{ actions: [action(' ')] }, 400, /^actions\[0\]\.title: /],
      [{ actions: [action('x'.repeat(501))] }, 400, /^actions\[0\]\.title: /],
      [
        { actions: Array.from({ length: 21 }, () => action('Do it')) },
        400,
        /^actions: /,
      ],
      [
        { actions: [{ ...action('Do it'), state: 'done' }] },
        400,
        /^actions\[0\]\.state: /,
      ],
      [{ colour: 'red' }, 400, /colour/],
    ])('refuses %j', async (more, status, message) => {
      const answer = await post(draft(more));
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toMatch(message);
      const written = await knex('dora_reviews').whereNotNull('reviewed_at');
      expect(written).toEqual([]);
    });

    it('is for people', async () => {
      const answer = await backend.post('/reviews', draft());
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(/dora\.review\.create/);
    });

    it('notes what became of actions, and takes further ones', async () => {
      const review = await write({
        actions: [action('First', '2026-10-10'), action('Second')],
      });
      const [first, second] = review.actions;
      expect(first.overdue).toBe(true);
      const { body, status } = await backend.patch(`/reviews/${review.id}`, {
        notes: 'Better now.',
        actions: [
          {
            id: first.id,
            state: 'done',
            doneAt: '2026-10-09T12:00:00Z',
            outcome: 'worked',
            before: '2 h',
            after: '1 h',
          },
          { id: second.id, state: 'not-done' },
          action('Third'),
        ],
      });
      expect(status).toBe(200);
      expect(body.notes).toBe('Better now.');
      expect(body.actions).toEqual([
        {
          ...first,
          state: 'done',
          overdue: false,
          doneAt: '2026-10-09T12:00:00Z',
          outcome: 'worked',
          before: '2 h',
          after: '1 h',
        },
        { ...second, state: 'not-done' },
        expect.objectContaining({ title: 'Third', state: 'open' }),
      ]);
      expect(body.metrics).toEqual(review.metrics);

      const reopened = await backend.patch(`/reviews/${review.id}`, {
        actions: [{ id: first.id, state: 'open' }],
      });
      const { doneAt, outcome, ...open } = body.actions[0];
      expect(reopened.body.actions[0]).toEqual({
        ...open,
        state: 'open',
        overdue: true,
      });
    });

    it('dates what is done now by now', async () => {
      const review = await write();
      const before = Date.now();
      const { body } = await backend.patch(`/reviews/${review.id}`, {
        actions: [{ id: review.actions[0].id, state: 'done' }],
      });
      const doneAt = Date.parse(body.actions[0].doneAt);
      expect(doneAt).toBeGreaterThanOrEqual(before);
      expect(doneAt).toBeLessThanOrEqual(Date.now());
    });

    it.each([
      [{}, /notes or actions/],
      [{ month: '2026-08' }, /month/],
      [{ actions: [] }, /^actions: /],
      [
        { actions: [{ id: 'other', state: 'done' }] },
        /^actions\[0\]\.id: .*other/,
      ],
      [
        { actions: [{ title: 'Third' }] },
        /actions\[0\]\.owner: .*actions\[0\]\.dueDate: /,
      ],
      [
        { actions: [{ ...action('Third'), state: 'done' }] },
        /^actions\[0\]\.state: /,
      ],
      [
        { actions: Array.from({ length: 20 }, () => action('More')) },
        /^actions: .*20.*21/,
      ],
      [
        { actions: [{ ...action('Third'), owner: 'group:default/nobody' }] },
        /^actions\[0\]\.owner: .*nobody/,
      ],
    ])('refuses the change %j', async (change, message) => {
      const review = await write();
      const answer = await backend.patch(`/reviews/${review.id}`, change);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
      const { body } = await backend.get(`/reviews/${review.id}`);
      expect(body).toEqual(review);
    });

    it.each([
      [{ outcome: 'worked' }, /outcome: .*open/],
      [{ state: 'not-done', outcome: 'worked' }, /outcome: .*not-done/],
      [{ state: 'open', doneAt: '2026-10-09' }, /doneAt: .*open/],
      [{ state: 'done', doneAt: '2999-10-09' }, /doneAt: .*passed/],
      [{ state: 'done', doneAt: '2026-02-30' }, /doneAt: /],
    ])('refuses %j of an action', async (change, message) => {
      const review = await write();
      const answer = await backend.patch(`/reviews/${review.id}`, {
        actions: [{ id: review.actions[0].id, ...change }],
      });
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    });

    it('exports a review', async () => {
      const review = await write({ notes: '=1+1', actions: [] });
      const { headers, text } = await backend.get(
        `/reviews/${review.id}?format=csv`,
      );
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toContain(
        'dora-review-2026-09.csv',
      );
      const lines = text.split('\r\n');
      expect(lines[1]).toBe(`review,scope,${TEAM},,,,,,,,,,`);
      expect(lines).toContain(
        'metric,change_lead_time_median,7200,,seconds,1,,,,,,,',
      );
      expect(lines).toContain("notes,notes,'=1+1,,,,,,,,,,");
    });
  });
});
