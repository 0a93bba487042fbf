import { createBackend } from '@backstage/backend-defaults';
import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import { catalogModule } from './catalogModule';
import { freePort } from './freePort';
import { RequestLog } from './RequestLog';

type Feature = Parameters<ReturnType<typeof createBackend>['add']>[0];

/**
 * The services that plugins find in a host, but for notices that go nowhere: real catalog, authentication and
 * permissions, with the policy and the sign-in of the demo host.
 */
export class BenchmarkBackend<TPlugin> {
  readonly url: string;
  readonly requests: RequestLog;
  /** What the measured plugin's module handed out. */
  readonly plugin: TPlugin;
  readonly #stop: () => Promise<void>;

  private constructor(options: {
    url: string;
    requests: RequestLog;
    plugin: TPlugin;
    stop: () => Promise<void>;
  }) {
    this.url = options.url;
    this.requests = options.requests;
    this.plugin = options.plugin;
    this.#stop = options.stop;
  }

  /**
   * @param options - `entities`: all of the catalog; `config`: what is added to that of the host; `features`: the
   * measured plugin and what it needs; `module`: one of the measured plugin, which hands parts of it out at the start
   */
  static async start<TPlugin>(options: {
    database: JsonObject;
    entities: Entity[];
    config: JsonObject;
    features: Feature[];
    module: (handOut: (plugin: TPlugin) => void) => BackendFeature;
  }): Promise<BenchmarkBackend<TPlugin>> {
    const { database, entities, config, features, module } = options;
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const requests = new RequestLog();
    let plugin: TPlugin | undefined;

    const backend = createBackend();
    backend.add(rootConfig([hostConfig({ url, port, database }), config]));
    backend.add(requests.routerFactory);
    backend.add(silentNotifications);
    backend.add(import('@backstage/plugin-auth-backend'));
    backend.add(import('../../packages/backend/src/demoSignIn'));
    backend.add(import('@backstage/plugin-permission-backend'));
    backend.add(import('../../packages/backend/src/permissionPolicy'));
    backend.add(import('@backstage/plugin-catalog-backend'));
    backend.add(catalogModule(entities));
    for (const feature of features) {
      backend.add(feature);
    }
    backend.add(module(handedOut => (plugin = handedOut)));
    await backend.start();
    if (!plugin) {
      throw new Error('Expected the measured plugin to start, got no parts');
    }
    return new BenchmarkBackend({
      url,
      requests,
      plugin,
      stop: () => backend.stop(),
    });
  }

  async stop(): Promise<void> {
    await this.#stop();
  }
}

function hostConfig(options: {
  url: string;
  port: number;
  database: JsonObject;
}): JsonObject {
  const { url, port, database } = options;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database,
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
  };
}

function rootConfig(layers: JsonObject[]) {
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      ConfigReader.fromConfigs(
        layers.map((data, index) => ({ context: `benchmark ${index}`, data })),
      ),
  });
}

const silentNotifications = createServiceFactory({
  service: notificationService,
  deps: {},
  factory: () => ({ send: async () => {} }),
});
