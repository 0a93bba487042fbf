import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  EntityBudget,
  Page,
  PolicyChange,
  SloDetail,
} from '@golden-path/backstage-plugin-slo-common';
import { buildServices } from '../__testUtils__/buildServices';
import { callRoute } from '../__testUtils__/callRoute';
import { setTimeout as sleep } from 'node:timers/promises';
import { SeriesStore } from '../slos/SeriesStore';
import { sloId } from '../slos/sloId';
import { SloStore } from '../slos/SloStore';

jest.setTimeout(60_000);

const REF = 'component:default/api-service';
const ID = sloId(REF, 'availability');
const FILE = 'slos/api-service.yaml';
const documentOf = (options: { target?: string; metric?: string }) => `
service: api-service
slos:
  - name: availability
    sli:
      metric: ${
        options.metric ?? 'sum(rate(good[5m])) / sum(rate(requests[5m]))'
      }
    target: ${options.target ?? 0.99}
    window: 30d
    error_budget_policy:
      - threshold: 0.5
        action: Review
`;

describe('discovery of documents', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  async function setUp(databaseId: Parameters<typeof databases.init>[0]) {
    const files: Record<string, Record<string, string>> = {
      'api-service': { [FILE]: documentOf({}) },
    };
    const notices: string[] = [];
    const knex = await databases.init(databaseId);
    const services = await buildServices({ knex, files, notices });
    const discover = () =>
      services.tasks.discovery.run(new AbortController().signal);
    const push = (hours: number, good: number) => {
      const last = Math.floor(Date.now() / 3_600_000) * 3_600;
      return callRoute(services, '/slos/{id}/samples', {
        params: { id: ID },
        body: {
          samples: Array.from({ length: hours }, (_, index) => ({
            start: new Date((last - (index + 1) * 3_600) * 1_000).toISOString(),
            seconds: 3_600,
            good,
            total: 1_000,
          })),
        },
      });
    };
    const read = () =>
      callRoute<SloDetail>(services, '/slos/{id}', { params: { id: ID } });
    const policyHistory = () =>
      callRoute<Page<PolicyChange>>(services, '/slos/{id}/policy-history', {
        params: { id: ID },
      });
    const budget = () =>
      callRoute<EntityBudget>(
        services,
        '/entities/{kind}/{namespace}/{name}/budget',
        {
          params: {
            kind: 'component',
            namespace: 'default',
            name: 'api-service',
          },
        },
      );
    await discover();
    return {
      knex,
      files,
      notices,
      discover,
      push,
      read,
      policyHistory,
      budget,
    };
  }

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    it('applies a new objective to the tiles that are there', async () => {
      const slo = await setUp(databaseId);
      await slo.push(10, 996);
      // 4 of 1,000 fail: 40 % of one per cent, 80 % of half a per cent
      expect((await slo.read()).budget.consumed).toBeCloseTo(0.4, 9);
      expect((await slo.read()).policy.active).toBeNull();

      slo.files['api-service'][FILE] = documentOf({ target: '0.995' });
      await slo.discover();
      const after = await slo.read();
      expect(after.budget.consumed).toBeCloseTo(0.8, 9);
      expect(after.policy.active?.action).toBe('Review');
      expect(after.data.previousGeneration).toBeUndefined();
      expect(slo.notices).toEqual(['Review']);
    });

    it('says when a new policy no longer asks for what was in force', async () => {
      const slo = await setUp(databaseId);
      // 6 of 1,000 fail: 60 % of one per cent
      await slo.push(10, 994);
      slo.files['api-service'][FILE] = documentOf({}).replace(
        'threshold: 0.5',
        'threshold: 0.8',
      );
      await slo.discover();
      expect((await slo.read()).policy.active).toBeNull();
      const { items } = await slo.policyHistory();
      expect(
        items.map(({ threshold, action, effect, entered }) => [
          threshold,
          action,
          effect,
          entered,
        ]),
      ).toEqual([
        [0.5, 'Review', 'review', false],
        [0.5, 'Review', 'review', true],
      ]);
      expect(slo.notices).toEqual(['Review', 'No longer in force: Review']);
    });

    it('waits for tiles that are being recorded, and keeps what they latched', async () => {
      const slo = await setUp(databaseId);
      await slo.push(10, 996);
      const recording = await slo.knex.transaction();
      await new SeriesStore().lock(recording, { id: ID, generation: 1 }, 0);

      slo.files['api-service'][FILE] = documentOf({ target: '0.995' });
      const discovery = slo.discover();
      // Long enough to get as far as it can.
      await sleep(1_000);
      await new SloStore().setLatched(recording, ID, [
        { threshold: 0.5, since: 86_400 },
      ]);
      await recording.commit();
      await discovery;

      const { objective, policy } = await slo.read();
      expect(objective).toBe(0.995);
      expect(policy.active?.since).toBe('1970-01-02T00:00:00Z');
      expect(slo.notices).toEqual([]);
    });

    it('begins a new generation with a new query', async () => {
      const slo = await setUp(databaseId);
      await slo.push(10, 998);
      slo.files['api-service'][FILE] = documentOf({
        metric: 'sum(rate(better[5m])) / sum(rate(requests[5m]))',
      });
      await slo.discover();
      const after = await slo.read();
      expect(after).toMatchObject({
        id: ID,
        sli: null,
        budget: { consumed: null },
        data: {
          state: 'empty',
          previousGeneration: {
            generation: 1,
            consumed: expect.closeTo(0.2, 9),
          },
        },
      });

      await slo.push(2, 990);
      expect((await slo.read()).budget.consumed).toBeCloseTo(1, 9);
    });

    it('keeps the last good version while a document is broken', async () => {
      const slo = await setUp(databaseId);
      await slo.push(10, 998);
      slo.files['api-service'][FILE] = documentOf({ target: '99.5' });
      await slo.discover();
      const { slos, problems, reason } = await slo.budget();
      expect(reason).toBeNull();
      expect(slos[0]).toMatchObject({
        objective: 0.99,
        budget: { consumed: expect.closeTo(0.2, 9) },
        problems: [{ file: FILE, line: 7, path: 'slos[0].target' }],
      });
      expect(problems[0].message).toMatch(/fraction between 0 and 1.*99\.5/);

      slo.files['api-service'][FILE] = documentOf({});
      await slo.discover();
      expect((await slo.budget()).problems).toEqual([]);
    });

    it('keeps the numbers of a document that disappears', async () => {
      const slo = await setUp(databaseId);
      await slo.push(10, 998);
      slo.files['api-service'] = {};
      await slo.discover();
      const { slos, problems } = await slo.budget();
      expect(slos[0].budget.consumed).toBeCloseTo(0.2, 9);
      expect(problems[0].message).toMatch(/^'slos\/\*\.yaml' matches no file/);
    });

    it('retires an SLO that its document no longer has', async () => {
      const slo = await setUp(databaseId);
      await slo.push(10, 998);
      slo.files['api-service'][FILE] = documentOf({}).replace(
        'name: availability',
        'name: success',
      );
      await slo.discover();
      expect((await slo.budget()).slos.map(({ name }) => name)).toEqual([
        'success',
      ]);
      await expect(slo.read()).rejects.toThrow(`No SLO found with id '${ID}'`);

      slo.files['api-service'][FILE] = documentOf({});
      await slo.discover();
      expect((await slo.read()).budget.consumed).toBeCloseTo(0.2, 9);
    });

    it('takes a name once, and keeps what had it first', async () => {
      const slo = await setUp(databaseId);
      await slo.push(10, 998);
      slo.files['api-service']['slos/other.yaml'] = documentOf({
        metric: 'sum(rate(other[5m])) / sum(rate(requests[5m]))',
      }).replace('service: api-service', 'service: other');
      await slo.discover();
      await slo.discover();
      const { slos, problems } = await slo.budget();
      expect(slos).toHaveLength(1);
      expect(slos[0].budget.consumed).toBeCloseTo(0.2, 9);
      expect(slos[0].data.previousGeneration).toBeUndefined();
      expect(problems).toMatchObject([
        {
          file: 'slos/other.yaml',
          message: `expected one SLO 'availability' of an entity, got it at ${FILE}:4 and again at slos/other.yaml:4`,
        },
      ]);
    });

    it('refuses names of sources that are not there', async () => {
      const slo = await setUp(databaseId);
      slo.files['api-service'][FILE] = documentOf({}).replace(
        '    sli:',
        '    sli:\n      source: thanos',
      );
      await slo.discover();
      expect((await slo.budget()).problems[0].message).toBe(
        "no metric source is named 'thanos'; expected one of push",
      );
    });
  });
});
