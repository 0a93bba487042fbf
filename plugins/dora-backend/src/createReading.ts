import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { CatalogAccess, Route } from '@golden-path/backstage-http-api';
import type { Knex } from 'knex';
import { ShippedChangeStore } from './changes/ShippedChangeStore';
import { CompareLinks } from './deployments/CompareLinks';
import { DeploymentStore } from './deployments/DeploymentStore';
import { DetailReader } from './deployments/DetailReader';
import { FailureReader } from './deployments/FailureReader';
import { ExcludedReader } from './excluded/ExcludedReader';
import { ExcludedStore } from './excluded/ExcludedStore';
import { IncidentListStore } from './incidents/IncidentListStore';
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
import { changeRoutes } from './routes/changeRoutes';
import { deploymentRoutes } from './routes/deploymentRoutes';
import { incidentRoutes } from './routes/incidentRoutes';
import { metricsRoutes } from './routes/metricsRoutes';
import { qualityRoutes } from './routes/qualityRoutes';
import { serviceRoutes } from './routes/serviceRoutes';
import { sourceRoutes } from './routes/sourceRoutes';
import { ScopeResolver } from './scope/ScopeResolver';
import { ServiceReader } from './services/ServiceReader';
import { ServiceStore } from './services/ServiceStore';
import type { DoraSettings } from './settings';
import type { CollectSources } from './sources/CollectSources';

/** Builds what answers questions about facts. */
export function createReading(deps: {
  access: CatalogAccess;
  config: RootConfigService;
  knex: Knex;
  settings: DoraSettings;
  sources: Pick<CollectSources, 'list'>;
}) {
  const { access, config, knex, settings, sources } = deps;
  const { timeZone, reportYear } = settings;
  const scopes = new ScopeResolver({ knex, access });
  const calendar = new LocalCalendar(timeZone);
  const facts = new FactReader(knex);
  const store = new RollupStore({ knex, timeZone });
  const slices = new SliceReader({ facts, rollups: store, calendar });
  const observations = new ObservationReader(knex);
  const metrics = new MetricsReader({
    slices,
    incidents: new IncidentReader(knex),
    observations,
    bottlenecks: new BottleneckReader(knex),
    calendar,
    reportYear,
  });
  const reports = new ReportReader({
    knex,
    metrics,
    slices,
    observations,
    findings: new FindingReader(new QualityStore(knex)),
  });
  const deployments = new DeploymentStore(knex);
  const changes = new ShippedChangeStore(knex);
  const details = new DetailReader({
    knex,
    deployments,
    changes,
    compare: new CompareLinks({ knex, config }),
    failures: new FailureReader({ knex, deployments, timeZone }),
  });
  const services = new ServiceStore(knex);
  const routes: Route[] = [
    ...metricsRoutes({ access, scopes, reports }),
    ...deploymentRoutes({ access, scopes, deployments, details }),
    ...changeRoutes({ access, scopes, changes }),
    ...incidentRoutes({
      access,
      scopes,
      incidents: new IncidentListStore(knex),
    }),
    ...serviceRoutes({
      access,
      scopes,
      services,
      reader: new ServiceReader({ services, facts, calendar, reportYear }),
    }),
    ...sourceRoutes({ access, sources }),
    ...qualityRoutes({
      access,
      scopes,
      reports,
      excluded: new ExcludedReader(new ExcludedStore(knex)),
    }),
  ];
  return {
    scopes,
    metrics,
    details,
    deployments,
    rollups: new RollDays({ store, facts, calendar }),
    routes,
  };
}
