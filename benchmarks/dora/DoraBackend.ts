import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { freePort } from '../slo/freePort';
import { RequestLog } from '../slo/RequestLog';
import { catalogModule } from './catalogModule';
import { databaseModule } from './databaseModule';

/** Of CI, which may push for every service. */
export const TOKEN = 'benchmark-token-benchmark';

/** The services that the plugin finds in a host, with a real catalog and permissions. */
export class DoraBackend {
  readonly url: string;
  readonly requests: RequestLog;
  readonly knex: Knex;
  readonly #stop: () => Promise<void>;

  private constructor(options: {
    url: string;
    requests: RequestLog;
    knex: Knex;
    stop: () => Promise<void>;
  }) {
    this.url = options.url;
    this.requests = options.requests;
    this.knex = options.knex;
    this.#stop = options.stop;
  }

  static async start(database: JsonObject): Promise<DoraBackend> {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const requests = new RequestLog();
    let knex: Knex | undefined;
    const backend = createBackend();
    backend.add(
      rootConfig({
        app: { baseUrl: url },
        backend: {
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          database,
          auth: {
            externalAccess: [
              { type: 'static', options: { token: TOKEN, subject: 'ci' } },
            ],
          },
        },
        auth: { environment: 'development', providers: { demo: {} } },
        permission: { enabled: true },
        events: { useEventBus: 'never' },
        integrations: { github: [{ host: 'github.com' }] },
        catalog: {
          processingInterval: { hours: 24 },
          rules: [{ allow: ['Component', 'Group', 'User'] }],
        },
        dora: { pushers: [{ subject: 'ci', entities: ['*'] }] },
      }),
    );
    backend.add(requests.routerFactory);
    backend.add(silentNotifications);
    backend.add(import('@backstage/plugin-auth-backend'));
    backend.add(import('../../packages/backend/src/demoSignIn'));
    backend.add(import('@backstage/plugin-permission-backend'));
    backend.add(import('../../packages/backend/src/permissionPolicy'));
    backend.add(import('@backstage/plugin-catalog-backend'));
    backend.add(catalogModule);
    backend.add(import('../../plugins/dora-backend/src'));
    backend.add(databaseModule(found => (knex = found)));
    await backend.start();
    if (!knex) {
      throw new Error('Expected the dora plugin to start, got no database');
    }
    return new DoraBackend({
      url,
      requests,
      knex,
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

const silentNotifications = createServiceFactory({
  service: notificationService,
  deps: {},
  factory: () => ({ send: async () => {} }),
});
