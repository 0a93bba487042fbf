import { ConfigReader } from '@backstage/config';
import knexFactory from 'knex';
import { EventRecorder } from '../../../plugins/dora-backend/src/facts/EventRecorder';
import { readSettings } from '../../../plugins/dora-backend/src/settings';
import { createSources } from '../../../plugins/dora-backend/src/sources/createSources';
import { SourceStore } from '../../../plugins/dora-backend/src/sources/SourceStore';

/** Collects the source that `OPTIONS` names, as the backend does, and prints how long it took and its peak memory. */
async function main(): Promise<void> {
  const { connection, dora } = JSON.parse(process.env.OPTIONS!);
  const knex = knexFactory({ client: 'pg', connection });
  const config = new ConfigReader({ dora });
  const recorder = new EventRecorder({ knex, settings: readSettings(config) });
  // The first record is made when the mirror is there.
  let fetched: number | undefined;
  const logger = {
    child: () => logger,
    debug: () => {},
    info: () => {},
    warn: console.error,
    error: console.error,
  };
  const collecting = createSources({
    config,
    knex,
    logger,
    recorder: {
      record: events => {
        fetched ??= performance.now();
        return recorder.record(events);
      },
    },
    store: new SourceStore(),
    builders: {},
    added: [],
  });
  const begun = performance.now();
  await collecting.run(collecting.groups[0], new AbortController().signal);
  const ended = performance.now();
  const [status] = await collecting.list();
  await knex.destroy();
  if (status.state !== 'ok') {
    throw new Error(`The source is ${status.state}: ${status.error}`);
  }
  console.log(
    JSON.stringify({
      fetchSeconds: (fetched! - begun) / 1_000,
      backfillSeconds: (ended - fetched!) / 1_000,
      peakMegabytes: (process.resourceUsage().maxRSS * 1_024) / 1_000_000,
    }),
  );
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
