import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { CatalogAccess, PusherPolicy } from '@golden-path/backstage-http-api';
import { sloReadPermission } from '@golden-path/backstage-plugin-slo-common';
import type { SliProvider } from '@golden-path/backstage-plugin-slo-node';
import type { Knex } from 'knex';
import { CollectionRecorder } from './collector/CollectionRecorder';
import { CollectTiles } from './collector/CollectTiles';
import { NotifyMissingData } from './collector/NotifyMissingData';
import { SeriesPreparer } from './collector/SeriesPreparer';
import { SourceChoice } from './collector/SourceChoice';
import { DefinitionApplier } from './documents/DefinitionApplier';
import { DiscoverDocuments } from './documents/DiscoverDocuments';
import { DocumentReader } from './documents/DocumentReader';
import { EntityStore } from './documents/EntityStore';
import { HistoryReader } from './history/HistoryReader';
import { MarkStore } from './marks/MarkStore';
import { PolicyAnnouncer } from './policy/PolicyAnnouncer';
import { PolicyChangeStore } from './policy/PolicyChangeStore';
import { readPrometheusProviders } from './prometheus/readPrometheusProviders';
import { DropExpired } from './retention/DropExpired';
import { documentRoutes } from './routes/documentRoutes';
import { entityRoutes } from './routes/entityRoutes';
import { historyRoutes } from './routes/historyRoutes';
import { sampleRoutes } from './routes/sampleRoutes';
import { SloLookup } from './routes/SloLookup';
import { sloRoutes } from './routes/sloRoutes';
import type { SloSettings } from './settings';
import { SeriesStore } from './slos/SeriesStore';
import { SloStore } from './slos/SloStore';
import { StatusReader } from './status/StatusReader';
import { StatusRefresher } from './status/StatusRefresher';
import { StatusStore } from './status/StatusStore';
import { DayArchive } from './tiles/DayArchive';
import { TileRecorder } from './tiles/TileRecorder';
import { TileStore } from './tiles/TileStore';
import { TileWriter } from './tiles/TileWriter';

/** Builds the plugin's parts, from the stores up to the routes. */
export function createServices(deps: {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  urlReader: UrlReaderService;
  settings: SloSettings;
  addedProviders: SliProvider[];
}) {
  const { auth, catalog, config, knex, logger, settings } = deps;
  const slos = new SloStore();
  const series = new SeriesStore();
  const tiles = new TileStore();
  const statuses = new StatusStore();
  const policyChanges = new PolicyChangeStore();
  const entities = new EntityStore();
  const marks = new MarkStore();

  const announcer = new PolicyAnnouncer(deps);
  const refresher = new StatusRefresher({
    tiles,
    slos,
    series,
    statuses,
    policyChanges,
    defaultPolicy: settings.defaultPolicy,
  });
  const recorder = new TileRecorder({
    knex,
    slos,
    series,
    writer: new TileWriter(tiles),
    archive: new DayArchive(),
    refresher,
  });

  const providers = [
    ...readPrometheusProviders(config, logger),
    ...deps.addedProviders,
  ];
  const sources = new SourceChoice(providers);
  const discovery = new DiscoverDocuments({
    knex,
    auth,
    catalog,
    logger,
    entities,
    slos,
    announcer,
    defaultObjective: settings.defaultObjective,
    reader: new DocumentReader({
      urlReader: deps.urlReader,
      integrations: ScmIntegrations.fromConfig(config),
    }),
    applier: new DefinitionApplier({
      slos,
      series,
      statuses,
      refresher,
      sources,
    }),
    sources,
  });

  const access = new CatalogAccess({
    ...deps,
    readPermission: sloReadPermission,
  });
  const reader = new StatusReader({ knex, refresher });
  const lookup = new SloLookup({ access, reader });
  const history = new HistoryReader({ knex, tiles, series, marks });
  const { defaultObjective } = settings;
  return {
    marks,
    tasks: {
      discovery,
      collection: new CollectTiles({
        knex,
        providers,
        slos,
        logger,
        preparer: new SeriesPreparer({ knex, series }),
        recorder: new CollectionRecorder({
          knex,
          recorder,
          series,
          announcer,
          logger,
        }),
      }),
      missingData: new NotifyMissingData({
        knex,
        slos,
        series,
        statuses,
        announcer,
      }),
      retention: new DropExpired({
        knex,
        retentionDays: settings.retentionDays,
      }),
    },
    routes: [
      ...sloRoutes({ knex, access, lookup, reader, statuses }),
      ...historyRoutes({ knex, lookup, history, policyChanges }),
      ...entityRoutes({ knex, access, entities, discovery, reader }),
      ...documentRoutes({ access, defaultObjective }),
      ...sampleRoutes({
        auth,
        knex,
        access,
        slos,
        recorder,
        announcer,
        pushers: PusherPolicy.fromConfig(config, {
          key: 'slo',
          pushed: 'samples',
        }),
      }),
    ],
  };
}
