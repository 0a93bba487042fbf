import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Page,
  PolicyChange,
  SloDetail,
} from '@golden-path/backstage-plugin-slo-common';
import { buildServices } from '../__testUtils__/buildServices';
import { callRoute } from '../__testUtils__/callRoute';
import { ScriptedProvider } from '../__testUtils__/ScriptedProvider';
import { sloId } from '../slos/sloId';

jest.setTimeout(60_000);

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Midnight of some day. */
const T0 = 20_000 * DAY;

const RATIO = `
    sli:
      good: sum(good)
      total: sum(requests)
    target: 0.99`;
const SLICES = `
    sli:
      metric: queue_length
      op: lte
      value: 10
    target: 0.99`;

const documentOf = (sli: string) => `service: api-service
slos:
  - name: a${sli}
    window: 30d
    error_budget_policy:
      - threshold: 0.5
        action: Review
`;
const ID = sloId('component:default/api-service', 'a');

/** As many requests as seconds, so that what is counted twice shows. */
const perSecond = ({ seconds }: { seconds: number }) => ({
  good: seconds,
  total: seconds,
  anomaly: false,
});
const goodSlice = () => ({ good: 1, total: 1, anomaly: false });

describe('CollectTiles', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  async function setUp(
    databaseId: Parameters<typeof databases.init>[0],
    sli: string,
    provider: ScriptedProvider,
  ) {
    const knex = await databases.init(databaseId);
    const files = { 'api-service': { 'slos/a.yaml': documentOf(sli) } };
    const services = await buildServices({
      knex,
      files,
      providers: [provider],
    });
    const { signal } = new AbortController();
    const at = (seconds: number) => () => new Date(seconds * 1_000);
    const discoverAt = (seconds: number) =>
      services.tasks.discovery.run(signal, at(seconds));
    await discoverAt(T0);
    return {
      knex,
      services,
      files,
      discoverAt,
      collectAt: (seconds: number) =>
        services.tasks.collection.run(signal, at(seconds)),
      read: () =>
        callRoute<SloDetail>(services, '/slos/{id}', {
          params: { id: ID },
        }),
    };
  }

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    it('keeps the length of slices when their series vanish and come back', async () => {
      const provider = new ScriptedProvider({ since: T0, tile: goodSlice });
      const slo = await setUp(databaseId, SLICES, provider);
      await slo.collectAt(T0 + HOUR);
      expect((await slo.read()).total).toBe(60);

      // Nothing for ten minutes; a source that sees no scrapes proposes five minutes.
      provider.tile = ({ start }) =>
        start >= T0 + HOUR && start < T0 + HOUR + 600 ? undefined : goodSlice();
      provider.width = 300;
      for (let minute = 1; minute <= 70; minute++) {
        await slo.collectAt(T0 + HOUR + minute * 60);
      }
      const { total, data } = await slo.read();
      expect(total).toBe(120);
      expect(data.tileSeconds).toBe(60);
      // 120 of 130 minutes
      expect(data.coverage).toBeCloseTo(120 / 130, 9);
    });

    it('counts nothing twice when tiles of events become wider', async () => {
      const provider = new ScriptedProvider({ since: T0, tile: perSecond });
      const slo = await setUp(databaseId, RATIO, provider);
      await slo.collectAt(T0 + HOUR);
      provider.tile = at => (at.start < T0 + HOUR ? perSecond(at) : undefined);
      for (let minute = 1; minute <= 3; minute++) {
        await slo.collectAt(T0 + HOUR + minute * 60);
      }
      provider.width = 300;
      provider.tile = perSecond;
      await slo.collectAt(T0 + HOUR + 600);
      const { total, data } = await slo.read();
      expect(data.tileSeconds).toBe(300);
      expect(total).toBe(HOUR + 600);
      expect(data.coverage).toBe(1);
    });

    it('leaves no hole when the source fails between its first answers', async () => {
      const provider = new ScriptedProvider({ since: T0, tile: perSecond });
      const slo = await setUp(databaseId, RATIO, provider);
      provider.tile = () => {
        throw new Error('down');
      };
      await slo.collectAt(T0 + DAY);
      provider.tile = perSecond;
      await slo.collectAt(T0 + DAY + HOUR);
      const { total, data } = await slo.read();
      expect(data).toMatchObject({ coverage: 1, gaps: [] });
      expect(total).toBe(DAY + HOUR);
    });

    it('counts the tiles that a source had to clamp', async () => {
      const provider = new ScriptedProvider({
        since: T0,
        tile: ({ start }) => ({
          good: 5,
          total: 5,
          anomaly: start === T0 + 600 || start === T0 + 660,
        }),
      });
      const slo = await setUp(databaseId, RATIO, provider);
      await slo.collectAt(T0 + HOUR);
      expect((await slo.read()).data.anomalies).toBe(2);
    });

    it('judges a new query from the day on which it began', async () => {
      // A tenth fails, ten times what is allowed, until the new query begins.
      const provider = new ScriptedProvider({
        since: T0 - 60 * DAY,
        tile: ({ seconds }) => ({
          good: 0.9 * seconds,
          total: seconds,
          anomaly: false,
        }),
      });
      provider.width = 3_600;
      const slo = await setUp(databaseId, RATIO, provider);
      await slo.collectAt(T0);
      const history = () =>
        callRoute<Page<PolicyChange>>(
          slo.services,
          '/slos/{id}/policy-history',
          {
            params: { id: ID },
          },
        );
      const { items } = await history();
      expect(items.map(({ at, entered }) => [at, entered])).toEqual([
        [
          new Date((T0 - 60 * DAY + HOUR) * 1_000)
            .toISOString()
            .replace('.000', ''),
          true,
        ],
      ]);

      slo.files['api-service']['slos/a.yaml'] = documentOf(
        RATIO.replace('sum(good)', 'sum(better)'),
      );
      await slo.discoverAt(T0 + HOUR);
      provider.tile = perSecond;
      await slo.collectAt(T0 + 2 * HOUR);
      const after = await history();
      expect(after.items.slice(1)).toEqual(items);
      expect(after.items[0]).toMatchObject({
        at: new Date((T0 + 2 * HOUR) * 1_000).toISOString().replace('.000', ''),
        entered: false,
        consumed: 0,
      });
    });

    it('leaves alerts and policy as they are while the newest tile is old', async () => {
      const provider = new ScriptedProvider({ since: T0, tile: perSecond });
      const slo = await setUp(databaseId, RATIO, provider);
      await slo.collectAt(T0 + HOUR);

      // An hour of failures, of which the source tells twenty minutes late.
      const failed = T0 + HOUR;
      provider.tile = at => {
        if (at.start >= failed + HOUR) {
          return undefined;
        }
        return at.start < failed
          ? perSecond(at)
          : { ...perSecond(at), good: 0 };
      };
      await slo.collectAt(failed + HOUR + 1_200);
      const late = await slo.read();
      // half of two hours is bad, of which a hundredth may be
      expect(late.budget.consumed).toBeCloseTo(50, 9);
      expect(late.policy.active).toBeNull();
      expect(late.alerts.filter(({ firing }) => firing)).toEqual([]);

      // A new definition is applied to the numbers at once, but not judged either.
      slo.files['api-service']['slos/a.yaml'] = documentOf(
        RATIO.replace('0.99', '0.9'),
      );
      await slo.discoverAt(failed + HOUR + 1_300);
      const redefined = await slo.read();
      expect(redefined.budget.consumed).toBeCloseTo(5, 9);
      expect(redefined.policy.active).toBeNull();

      provider.tile = at => ({
        ...perSecond(at),
        ...(at.start >= failed && at.start < failed + HOUR && { good: 0 }),
      });
      await slo.collectAt(failed + HOUR + 1_500);
      // After four minutes 240 of 3,840 are bad, of which a tenth may be: 62.5 %; after three 48 %.
      expect((await slo.read()).policy.active).toMatchObject({
        threshold: 0.5,
        since: new Date((failed + 240) * 1_000)
          .toISOString()
          .replace('.000', ''),
      });
    });

    it('drops the days that no window needs any more', async () => {
      const provider = new ScriptedProvider({ since: T0, tile: goodSlice });
      provider.width = 3_600;
      const slo = await setUp(databaseId, SLICES, provider);
      await slo.collectAt(T0 + 90 * DAY);
      const days = () => slo.knex('slo_days').orderBy('day').pluck('day');
      expect(await days()).toHaveLength(90);
      // Kept are 92 days before the watermark: of the third day only its end.
      await slo.collectAt(T0 + 94 * DAY + HOUR);
      expect((await days())[0]).toBe(20_002);
    });
  });
});
