import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { BenchmarkBackend } from '../support/BenchmarkBackend';
import { databaseModule } from '../support/databaseModule';
import { catalogEntities } from './services';

/** Of CI, which may push for every service. */
export const TOKEN = 'benchmark-token-benchmark';

export type DoraBackend = BenchmarkBackend<{ knex: Knex }>;

/** The dora plugin without sources: events come from the benchmark. */
export function startDoraBackend(database: JsonObject): Promise<DoraBackend> {
  return BenchmarkBackend.start({
    database,
    entities: catalogEntities(),
    config: {
      backend: {
        auth: {
          externalAccess: [
            { type: 'static', options: { token: TOKEN, subject: 'ci' } },
          ],
        },
      },
      dora: { pushers: [{ subject: 'ci', entities: ['*'] }] },
    },
    features: [import('../../plugins/dora-backend/src')],
    module: handOut => databaseModule({ pluginId: 'dora', handOut }),
  });
}
