import { ConfigReader } from '@backstage/config';
import { readSettings } from '../../plugins/escape-hatch-backend/src/settings';
import { BenchmarkPostgres } from '../support/BenchmarkPostgres';
import type { Figure } from '../support/Figure';
import { PortalUser } from '../support/PortalUser';
import { Resources } from '../support/Resources';
import { fillRequests } from './fillRequests';
import { measureConsumers } from './measureConsumers';
import { measureRaces } from './measureRaces';
import { measureViews } from './measureViews';
import { readUids } from './readUids';
import { startEscapeHatchBackend } from './startEscapeHatchBackend';

/** Fills a PostgreSQL with requests and measures what people, gates and agents do with them. */
export async function* measureEscapeHatch(options: {
  onPhase: (phase: string) => void;
  requests: number;
}): AsyncGenerator<Figure> {
  const { onPhase, requests } = options;
  const resources = new Resources();
  try {
    onPhase('starting PostgreSQL and the portal');
    const postgres = resources.keep(await BenchmarkPostgres.start());
    const backend = resources.keep(
      await startEscapeHatchBackend(postgres.config),
    );
    const { knex } = backend.plugin;
    onPhase('waiting for the catalog');
    const user = await PortalUser.signIn(backend.url, 'outsider');
    const uids = await readUids(user);
    onPhase(`filling in ${requests} requests`);
    await fillRequests(knex, {
      requests,
      uids,
      settings: readSettings(new ConfigReader({})),
      now: Date.now(),
    });
    onPhase('looking at inboxes and lists');
    yield* measureViews(backend);
    onPhase('asking as gates and agents');
    yield* measureConsumers(backend);
    onPhase('racing for decisions');
    yield* measureRaces({ backend, database: postgres.config });
  } finally {
    await resources.stop();
  }
}
