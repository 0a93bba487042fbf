/**
 * One pass of all sources in a process of its own, for tests that kill it. `OPTIONS` is a JSON text with the connection
 * to a PostgreSQL database and the configuration under `dora`.
 */
import { mockServices } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import { EventRecorder } from '../../facts/EventRecorder';
import { readSettings } from '../../settings';
import { createSources } from '../createSources';
import { SourceStore } from '../SourceStore';

async function main(): Promise<void> {
  const { connection, dora } = JSON.parse(process.env.OPTIONS!);
  const config = mockServices.rootConfig({ data: { dora } });
  const knex = knexFactory({ client: 'pg', connection });
  const collecting = createSources({
    config,
    knex,
    logger: mockServices.rootLogger(),
    recorder: new EventRecorder({ knex, settings: readSettings(config) }),
    store: new SourceStore(),
    builders: {},
    added: [],
  });
  const { signal } = new AbortController();
  await Promise.all(
    collecting.groups.map(group => collecting.run(group, signal)),
  );
  const failing = (await collecting.list()).find(({ state }) => state !== 'ok');
  if (failing) {
    throw new Error(`${failing.id} is ${failing.state}: ${failing.error}`);
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
