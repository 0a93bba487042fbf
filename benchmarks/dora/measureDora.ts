import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { FactReader } from '../../plugins/dora-backend/src/metrics/FactReader';
import { LocalCalendar } from '../../plugins/dora-backend/src/metrics/LocalCalendar';
import { RollDays } from '../../plugins/dora-backend/src/rollups/RollDays';
import { RollupStore } from '../../plugins/dora-backend/src/rollups/RollupStore';
import { BenchmarkPostgres } from '../support/BenchmarkPostgres';
import { BenchmarkSqlite } from '../support/BenchmarkSqlite';
import type { Figure } from '../support/Figure';
import { PortalUser } from '../support/PortalUser';
import { Resources } from '../support/Resources';
import { DAYS, fillFacts } from './fillFacts';
import { measureIngest } from './measureIngest';
import { measurePages } from './measurePages';
import { INGESTED, SERVICES, USER } from './services';
import { startDoraBackend } from './startDoraBackend';

const ZONE = 'UTC';

/** Fills a database of the wanted kind and measures reading and writing on it. */
export async function* measureDora(options: {
  onPhase: (phase: string) => void;
  sqlite: boolean;
  deployments: number;
}): AsyncGenerator<Figure> {
  const { onPhase, sqlite, deployments } = options;
  onPhase(sqlite ? 'opening SQLite' : 'starting PostgreSQL');
  const allowance = sqlite ? 3 : 1;
  const resources = new Resources();
  try {
    const database = sqlite
      ? resources.keep(await BenchmarkSqlite.start())
      : resources.keep(await BenchmarkPostgres.start());
    const backend = resources.keep(await startDoraBackend(database.config));
    const { knex } = backend.plugin;
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
    await resources.stop();
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
