import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { FactReader } from '../../plugins/dora-backend/src/metrics/FactReader';
import { LocalCalendar } from '../../plugins/dora-backend/src/metrics/LocalCalendar';
import { RollDays } from '../../plugins/dora-backend/src/rollups/RollDays';
import { RollupStore } from '../../plugins/dora-backend/src/rollups/RollupStore';
import { BenchmarkPostgres } from '../slo/BenchmarkPostgres';
import type { Figure } from '../slo/Figure';
import { PortalUser } from '../slo/PortalUser';
import { DoraBackend } from './DoraBackend';
import { DAYS, fillFacts } from './fillFacts';
import { measureIngest } from './measureIngest';
import { measurePages } from './measurePages';
import { INGESTED, SERVICES, USER } from './services';

const ZONE = 'UTC';

/** Fills a database of the wanted kind and measures reading and writing on it. */
export async function* measureDora(options: {
  onPhase: (phase: string) => void;
  sqlite: boolean;
  deployments: number;
}): AsyncGenerator<Figure> {
  const { onPhase, sqlite, deployments } = options;
  onPhase(sqlite ? 'opening SQLite' : 'starting PostgreSQL');
  const folder = await mkdtemp(join(tmpdir(), 'benchmark-dora-'));
  const postgres = sqlite ? undefined : await BenchmarkPostgres.start();
  const backend = await DoraBackend.start(
    postgres
      ? { client: 'pg', connection: postgres.connection }
      : { client: 'better-sqlite3', connection: { directory: folder } },
  );
  const allowance = sqlite ? 3 : 1;
  try {
    const { knex } = backend;
    const user = await PortalUser.signIn(backend.url, USER);
    onPhase('waiting for the directory of services');
    await untilDirectoryIsFilled(knex);
    onPhase(`filling in ${deployments} deployments`);
    await fillFacts(knex, { deployments, to: Date.now() });
    onPhase('rolling days up');
    yield await rollDays(knex);
    onPhase('looking at pages');
    yield* measurePages({ backend, user, allowance });
    onPhase('recording events');
    yield* measureIngest({ backend, allowance });
  } finally {
    await backend.stop();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function untilDirectoryIsFilled(knex: Knex): Promise<void> {
  for (;;) {
    const rows = await knex('dora_services').count({ n: '*' });
    if (Number(rows[0].n) === SERVICES + INGESTED) {
      return;
    }
    await sleep(500);
  }
}

async function rollDays(knex: Knex): Promise<Figure> {
  const started = performance.now();
  const rolled = await new RollDays({
    store: new RollupStore({ knex, timeZone: ZONE }),
    facts: new FactReader(knex),
    calendar: new LocalCalendar(ZONE),
  }).run({ now: Date.now() });
  return {
    name: `rolling up ${DAYS} days`,
    measured: (performance.now() - started) / 1_000,
    unit: 's',
    detail: `${rolled} by this run; the plugin's own task does some as well`,
  };
}
