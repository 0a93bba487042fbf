import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackendProcess } from '../__testUtils__/BackendProcess';
import { describeWithPrometheus } from '../prometheus/__testUtils__/describeWithPrometheus';
import { knownHistory } from '../prometheus/__testUtils__/knownHistory';
import { RealPrometheus } from '../prometheus/__testUtils__/RealPrometheus';
import { StandInServer } from '../prometheus/__testUtils__/StandInServer';

jest.setTimeout(600_000);

const DAY = 86_400;
const SLOS = 20;
const KILLS = Number(process.env.GOLDEN_PATH_KILLS ?? 3);

const end = Math.floor(Date.now() / 1_000 / DAY) * DAY;
const history = knownHistory({ to: end, days: 35 });

/** Twenty SLOs over the same requests: enough to be killed in the middle of. */
const repositories = {
  'api-service': {
    'slos/all.yaml': `service: api-service\nslos:\n${Array.from(
      { length: SLOS },
      (_, index) => `
  - name: availability-${index}
    sli:
      metric: sum(rate(http_requests_total{status!~"5.."}[5m])) / sum(rate(http_requests_total[5m]))
    target: 0.99
    window: 30d`,
    ).join('')}\n`,
  },
};

describeWithPrometheus('backends that are killed or share a database', () => {
  // Two processes share it: SQLite in memory cannot be.
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const running: BackendProcess[] = [];
  let prometheus: RealPrometheus;
  let counting: StandInServer;

  beforeAll(async () => {
    prometheus = await RealPrometheus.start({ series: history.series });
    counting = await StandInServer.start(
      StandInServer.forwardTo(prometheus.url),
    );
  });
  afterEach(() => Promise.all(running.splice(0).map(one => one.kill())));
  afterAll(async () => {
    await counting?.stop();
    await prometheus?.stop();
  });

  async function start(knex: Knex): Promise<BackendProcess> {
    const backend = await BackendProcess.start({
      database: knex.client.config.connection.database,
      prometheusUrl: counting.url,
      repositories,
    });
    running.push(backend);
    return backend;
  }

  /** Waits until every SLO's history is loaded and widened. */
  async function loaded(knex: Knex) {
    for (;;) {
      const [{ done }] = await knex('slo.slo_series')
        .whereRaw('loaded_from <= ceil(source_from / 3600.0) * 3600')
        .whereNotNull('compacted_to')
        .count({ done: '*' })
        .catch(() => [{ done: 0 }]);
      if (Number(done) === SLOS) {
        return;
      }
      running.at(-1)!.assertRunning();
      await sleep(200);
    }
  }

  const tiles = (knex: Knex) =>
    knex('slo.slo_tiles')
      .join('slo.slo_series', 'slo_series.series_id', 'slo_tiles.series_id')
      .orderBy(['slo_id', 'tile_end'])
      .select(
        'slo_id',
        'tile_end',
        'seconds',
        'covered',
        'good',
        'total',
        'anomalies',
      );

  const count = async (knex: Knex) => {
    const [{ rows }] = await knex('slo.slo_tiles')
      .count({ rows: '*' })
      .catch(() => [{ rows: 0 }]);
    return Number(rows);
  };

  it('have the same tiles as one that is left alone', async () => {
    if (databases.eachSupportedId().length === 0) {
      return;
    }
    const undisturbed = await databases.init('POSTGRES_18');
    const first = await start(undisturbed);
    await loaded(undisturbed);
    await first.kill();
    const expected = await tiles(undisturbed);
    expect(expected.length).toBeGreaterThan(SLOS * 2_000);

    const killed = await databases.init('POSTGRES_18');
    for (let kill = 0; kill < KILLS; kill++) {
      const backend = await start(killed);
      // Spread over the whole backfill, whatever the speed of the machine.
      const share = (kill + 0.5) / KILLS;
      while ((await count(killed)) < share * expected.length) {
        backend.assertRunning();
        await sleep(10);
      }
      await backend.kill();
      // What the scheduler's janitor does within a minute.
      await killed('slo.backstage_backend_tasks__tasks').update({
        current_run_ticket: null,
        current_run_expires_at: null,
      });
    }
    await start(killed);
    await loaded(killed);
    expect(await tiles(killed)).toEqual(expected);

    counting.requests.length = 0;
    const shared = await databases.init('POSTGRES_18');
    await Promise.all([start(shared), start(shared)]);
    await loaded(shared);
    expect(await tiles(shared)).toEqual(expected);

    // Chunks of history, by their time and expressions: none was asked for twice.
    const chunks = counting.requests
      .filter(({ path, form }) => {
        const length = Number(form.get('end')) - Number(form.get('start'));
        return (
          path.endsWith('/query_range') &&
          length >= DAY &&
          form.get('step') === '300'
        );
      })
      .map(({ form }) => form.toString());
    expect(chunks.length).toBeGreaterThan(0);
    expect(new Set(chunks).size).toBe(chunks.length);
  });
});
