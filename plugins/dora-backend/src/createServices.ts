import type {
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogAccess } from '@golden-path/backstage-http-api';
import {
  doraReadPermission,
  type ReportYear,
} from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { BottleneckReader } from './metrics/BottleneckReader';
import { FactReader } from './metrics/FactReader';
import { IncidentReader } from './metrics/IncidentReader';
import { LocalCalendar } from './metrics/LocalCalendar';
import { MetricsReader } from './metrics/MetricsReader';
import { ObservationReader } from './metrics/ObservationReader';
import { ReportReader } from './metrics/ReportReader';
import { SliceReader } from './metrics/SliceReader';
import { FindingReader } from './quality/FindingReader';
import { QualityStore } from './quality/QualityStore';
import { RollDays } from './rollups/RollDays';
import { RollupStore } from './rollups/RollupStore';
import { metricsRoutes } from './routes/metricsRoutes';
import { ScopeResolver } from './scope/ScopeResolver';
import type { DoraSettings } from './settings';

/** Builds the plugin's parts, from the stores up to the routes. */
export function createServices(deps: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  settings: DoraSettings;
}) {
  const { knex, settings } = deps;
  const { timeZone } = settings;
  const access = new CatalogAccess({
    ...deps,
    readPermission: doraReadPermission,
  });
  const scopes = new ScopeResolver({ knex, access });

  const calendar = new LocalCalendar(timeZone);
  const facts = new FactReader(knex);
  const rollups = new RollupStore({ knex, timeZone });
  const slices = new SliceReader({ facts, rollups, calendar });
  const observations = new ObservationReader(knex);
  const metrics = new MetricsReader({
    slices,
    incidents: new IncidentReader(knex),
    observations,
    bottlenecks: new BottleneckReader(knex),
    calendar,
    reportYear: settings.reportYear as ReportYear,
  });
  const reports = new ReportReader({
    knex,
    metrics,
    slices,
    observations,
    findings: new FindingReader(new QualityStore(knex)),
  });

  return {
    tasks: {
      rollups: new RollDays({ store: rollups, facts, calendar }),
    },
    routes: [...metricsRoutes({ access, scopes, reports })],
  };
}
