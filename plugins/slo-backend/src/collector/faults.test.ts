import { TestDatabases } from '@backstage/backend-test-utils';
import type { SloDetail } from '@golden-path/backstage-plugin-slo-common';
import { buildServices } from '../__testUtils__/buildServices';
import { callRoute } from '../__testUtils__/callRoute';
import { describeWithPrometheus } from '../prometheus/__testUtils__/describeWithPrometheus';
import { knownHistory } from '../prometheus/__testUtils__/knownHistory';
import { RealPrometheus } from '../prometheus/__testUtils__/RealPrometheus';
import {
  Responder,
  StandInServer,
} from '../prometheus/__testUtils__/StandInServer';
import { sloId } from '../slos/sloId';

jest.setTimeout(120_000);

const DAY = 86_400;
/** Today's midnight: what is read now must not be older than the clock. */
const END = Math.floor(Date.now() / 1_000 / DAY) * DAY;
const history = knownHistory({ to: END, days: 3 });
const document = (queries: Record<string, string>) =>
  `service: api-service\nslos:\n${Object.entries(queries)
    .map(
      ([name, metric]) => `
  - name: ${name}
    sli:
      metric: ${metric}
    target: 0.99
    window: 2d`,
    )
    .join('')}\n`;
const AVAILABILITY =
  'sum(rate(http_requests_total{status!~"5.."}[5m])) / sum(rate(http_requests_total[5m]))';

describeWithPrometheus('a source that fails', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
  let prometheus: RealPrometheus;
  let proxy: StandInServer;
  let healthy: Responder;

  beforeAll(async () => {
    prometheus = await RealPrometheus.start({ series: history.series });
    healthy = StandInServer.forwardTo(prometheus.url);
    proxy = await StandInServer.start(healthy);
  });
  beforeEach(() => {
    proxy.respond = healthy;
  });
  afterAll(async () => {
    await proxy?.stop();
    await prometheus?.stop();
  });

  async function setUp(
    databaseId: Parameters<typeof databases.init>[0],
    queries: Record<string, string>,
  ) {
    const services = await buildServices({
      knex: await databases.init(databaseId),
      files: { 'api-service': { 'slos/a.yaml': document(queries) } },
      slo: {
        prometheus: [
          { name: 'main', url: proxy.url, timeout: { milliseconds: 500 } },
        ],
      },
    });
    const { signal } = new AbortController();
    await services.tasks.discovery.run(signal);
    return {
      collectAt: (seconds: number) =>
        services.tasks.collection.run(signal, () => new Date(seconds * 1_000)),
      read: (name: string) =>
        callRoute<SloDetail>(services, '/slos/{id}', {
          params: { id: sloId('component:default/api-service', name) },
        }),
    };
  }

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    it.each<[string, Responder, RegExp]>([
      ['answers 429', () => ({ status: 429, body: 'slow down' }), /main.*429/],
      [
        'answers HTML',
        () => ({
          body: '<html>Sign in</html>',
          headers: { 'Content-Type': 'text/html' },
        }),
        /main/,
      ],
      ['answers 503', () => ({ status: 503, body: '' }), /main.*503/],
      [
        'is slow',
        async () => {
          await new Promise(resolve => setTimeout(resolve, 1_500));
          return { body: '{}' };
        },
        /main/,
      ],
    ])(
      'that %s keeps the last numbers and heals',
      async (_, fault, message) => {
        const slo = await setUp(databaseId, { availability: AVAILABILITY });
        await slo.collectAt(END - 3_600);
        const good = await slo.read('availability');
        expect(good.budget.consumed).toBeGreaterThan(0);

        proxy.respond = fault;
        await slo.collectAt(END);
        const failed = await slo.read('availability');
        expect(failed.budget).toEqual(good.budget);
        expect(failed.data.watermark).toBe(good.data.watermark);
        expect(failed.data.sourceError?.message).toMatch(message);

        proxy.respond = healthy;
        await slo.collectAt(END + 20);
        const healed = await slo.read('availability');
        expect(healed.data.sourceError).toBeUndefined();
        expect(Date.parse(healed.data.watermark!)).toBe(END * 1_000);
      },
    );

    it('does not let one bad query stop the others', async () => {
      const slo = await setUp(databaseId, {
        availability: AVAILABILITY,
        // the function is known, its argument is not what it takes
        wrong: 'sum(rate(label_replace(a, "b", "c", "d", "(")[5m:1m]))',
      });
      await slo.collectAt(END);
      expect((await slo.read('availability')).total).toBeGreaterThan(0);
      expect((await slo.read('wrong')).data.sourceError?.message).toBeTruthy();
    });

    it('that scrapes at another interval after a restart counts on', async () => {
      // One request a second, every fiftieth fails: every 30 s scraped, then every two minutes.
      const from = END - DAY;
      const restart = END - DAY / 2;
      const counter = (status: string, perSecond: number) => {
        const samples = [];
        for (let at = from; at <= END; at += at < restart ? 30 : 120) {
          // the restarted exporter counts from zero
          const since = at <= restart ? from : restart;
          samples.push({ at, value: (at - since) * perSecond });
        }
        return { name: 'http_requests_total', labels: { status }, samples };
      };
      const restarted = await RealPrometheus.start({
        series: [counter('200', 0.98), counter('500', 0.02)],
      });
      try {
        proxy.respond = StandInServer.forwardTo(restarted.url);
        const slo = await setUp(databaseId, { availability: AVAILABILITY });
        await slo.collectAt(END);
        const { budget, good, total, data } = await slo.read('availability');
        expect(data.coverage).toBeGreaterThan(0.99);
        expect((total - good) / total).toBeCloseTo(0.02, 4);
        expect(Math.abs(total / DAY - 1)).toBeLessThan(0.005);
        expect(budget.consumed).toBeCloseTo(2, 1);
      } finally {
        await restarted.stop();
      }
    });

    it('that has lost its history takes nothing away', async () => {
      const slo = await setUp(databaseId, { availability: AVAILABILITY });
      await slo.collectAt(END);
      const before = await slo.read('availability');
      proxy.respond = () => ({
        body: JSON.stringify({
          status: 'success',
          data: { resultType: 'matrix', result: [] },
        }),
      });
      await slo.collectAt(END + 300);
      await slo.collectAt(END + 600);
      const after = await slo.read('availability');
      expect(after.good).toBe(before.good);
      expect(after.total).toBe(before.total);
    });
  });
});
