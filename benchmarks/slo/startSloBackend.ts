import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  inMemoryReader,
  type Repositories,
} from '../../plugins/slo-backend/src/__testUtils__/inMemoryReader';
import { BenchmarkBackend } from '../support/BenchmarkBackend';
import { catalogEntities } from './services';
import { type SloTasks, tasksModule } from './tasksModule';

const MANUALLY = {
  frequency: { trigger: 'manual' },
  timeout: { hours: 1 },
};

export type SloBackend = BenchmarkBackend<SloTasks>;

/**
 * The slo plugin with repositories in memory.
 *
 * @param options - `repositories`: may be changed later
 */
export function startSloBackend(options: {
  database: JsonObject;
  prometheusUrl: string;
  repositories: Repositories;
}): Promise<SloBackend> {
  const { database, prometheusUrl, repositories } = options;
  return BenchmarkBackend.start({
    database,
    entities: catalogEntities(),
    config: {
      slo: {
        prometheus: [{ name: 'main', url: prometheusUrl }],
        schedule: { documents: MANUALLY, collection: MANUALLY },
      },
    },
    features: [
      repositoriesInMemory(repositories),
      import('../../plugins/slo-backend/src'),
    ],
    module: tasksModule,
  });
}

function repositoriesInMemory(repositories: Repositories) {
  const notThere = async (url: string) => {
    throw new NotFoundError(`Expected a search, got a request for ${url}`);
  };
  return createServiceFactory({
    service: coreServices.urlReader,
    deps: {},
    factory: () => ({
      ...inMemoryReader(repositories),
      readUrl: notThere,
      readTree: notThere,
    }),
  });
}
