import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { CatalogAccess } from '@golden-path/backstage-http-api';
import { doraReadPermission } from '@golden-path/backstage-plugin-dora-common';
import type { DoraSource } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { registerExplainDeployment } from './actions/registerExplainDeployment';
import { registerGetMetrics } from './actions/registerGetMetrics';
import { createReviewing } from './createReviewing';
import { RefreshServices } from './directory/RefreshServices';
import { EventRecorder } from './facts/EventRecorder';
import { createIngest } from './ingest/createIngest';
import { createReading } from './createReading';
import { MarkPublisher } from './marks/MarkPublisher';
import { ApplyRules } from './rules/ApplyRules';
import type { DoraSettings } from './settings';
import { createSources } from './sources/createSources';
import { SourceStore } from './sources/SourceStore';

/** Builds the plugin's parts, from the stores up to the routes. */
export function createServices(deps: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  events: EventsService;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  settings: DoraSettings;
  addedSources: DoraSource[];
}) {
  const access = new CatalogAccess({
    ...deps,
    readPermission: doraReadPermission,
  });
  const marks = new MarkPublisher({
    ...deps,
    appUrl: deps.config.getOptionalString('app.baseUrl'),
  });
  const recorder = new EventRecorder({
    ...deps,
    announce: changed => marks.announce(changed),
  });
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
  const reviewing = createReviewing({ ...deps, access, recorder, reading });
  registerGetMetrics({ ...deps, ...reading, access });
  registerExplainDeployment({ ...deps, ...reading, access });

  return {
    githubWebhooks: ingest.githubWebhooks,
    scopeOwners: reviewing.scopeOwners,
    sources,
    tasks: {
      directory: new RefreshServices({ ...deps, recorder }),
      rollups: reading.rollups,
      rules: new ApplyRules({ ...deps, recorder }),
      periods: reviewing.tasks,
    },
    routes: [...reading.routes, ...reviewing.routes, ...ingest.routes],
  };
}
