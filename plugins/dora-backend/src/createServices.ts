import type {
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogAccess } from '@golden-path/backstage-http-api';
import { doraReadPermission } from '@golden-path/backstage-plugin-dora-common';
import type { DoraSource } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { RefreshServices } from './directory/RefreshServices';
import { EventRecorder } from './facts/EventRecorder';
import { createIngest } from './ingest/createIngest';
import { createReading } from './createReading';
import type { DoraSettings } from './settings';
import { createSources } from './sources/createSources';
import { SourceStore } from './sources/SourceStore';

/** Builds the plugin's parts, from the stores up to the routes. */
export function createServices(deps: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  settings: DoraSettings;
  addedSources: DoraSource[];
}) {
  const access = new CatalogAccess({
    ...deps,
    readPermission: doraReadPermission,
  });
  const recorder = new EventRecorder(deps);
  const sourceStore = new SourceStore();
  const ingest = createIngest({ ...deps, recorder, sources: sourceStore });
  const sources = createSources({
    ...deps,
    recorder,
    store: sourceStore,
    builders: ingest.builders,
    added: deps.addedSources,
  });
  const reading = createReading({ ...deps, access, sources });

  return {
    githubWebhooks: ingest.githubWebhooks,
    sources,
    tasks: {
      directory: new RefreshServices({ ...deps, recorder }),
      rollups: reading.rollups,
    },
    routes: [...reading.routes, ...ingest.routes],
  };
}
