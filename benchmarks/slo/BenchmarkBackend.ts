import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import {
  inMemoryReader,
  type Repositories,
} from '../../plugins/slo-backend/src/__testUtils__/inMemoryReader';
import { catalogModule } from './catalogModule';
import { freePort } from './freePort';
import { RequestLog } from './RequestLog';
import { type SloTasks, tasksModule } from './tasksModule';

const MANUALLY = {
  frequency: { trigger: 'manual' },
  timeout: { hours: 1 },
};

/** The services that plugins find in a host, but for repositories in memory and notices that go nowhere. */
export class BenchmarkBackend {
  readonly url: string;
  readonly requests: RequestLog;
  readonly slo: SloTasks;
  readonly #stop: () => Promise<void>;

  private constructor(options: {
    url: string;
    requests: RequestLog;
    slo: SloTasks;
    stop: () => Promise<void>;
  }) {
    this.url = options.url;
    this.requests = options.requests;
    this.slo = options.slo;
    this.#stop = options.stop;
  }

  /** @param options - `repositories`: may be changed later */
  static async start(options: {
    connection: JsonObject;
    prometheusUrl: string;
    repositories: Repositories;
  }): Promise<BenchmarkBackend> {
    const { connection, prometheusUrl, repositories } = options;
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const requests = new RequestLog();
    let slo: SloTasks | undefined;

    const backend = createBackend();
    backend.add(
      rootConfig({
        app: { baseUrl: url },
        backend: {
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          database: { client: 'pg', connection },
          auditor: { severityLogLevelMappings: { medium: 'debug' } },
        },
        auth: { environment: 'development', providers: { demo: {} } },
        permission: { enabled: true },
        events: { useEventBus: 'never' },
        integrations: { github: [{ host: 'github.com' }] },
        catalog: {
          processingInterval: { hours: 24 },
          rules: [{ allow: ['Component', 'Group', 'User'] }],
        },
        slo: {
          prometheus: [{ name: 'main', url: prometheusUrl }],
          schedule: { documents: MANUALLY, collection: MANUALLY },
        },
      }),
    );
    backend.add(requests.routerFactory);
    backend.add(repositoriesInMemory(repositories));
    backend.add(silentNotifications);
    backend.add(import('@backstage/plugin-auth-backend'));
    backend.add(import('../../packages/backend/src/demoSignIn'));
    backend.add(import('@backstage/plugin-permission-backend'));
    backend.add(import('../../packages/backend/src/permissionPolicy'));
    backend.add(import('@backstage/plugin-catalog-backend'));
    backend.add(catalogModule);
    backend.add(import('../../plugins/slo-backend/src'));
    backend.add(tasksModule(tasks => (slo = tasks)));
    await backend.start();
    if (!slo) {
      throw new Error('Expected the slo plugin to start, got no tasks of it');
    }
    return new BenchmarkBackend({
      url,
      requests,
      slo,
      stop: () => backend.stop(),
    });
  }

  async stop(): Promise<void> {
    await this.#stop();
  }
}

function rootConfig(data: JsonObject) {
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => new ConfigReader(data),
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

const silentNotifications = createServiceFactory({
  service: notificationService,
  deps: {},
  factory: () => ({ send: async () => {} }),
});
