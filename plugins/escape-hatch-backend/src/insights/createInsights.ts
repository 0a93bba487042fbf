import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { RequestAccess } from '../callers/RequestAccess';
import type { EntityReader } from '../entities/EntityReader';
import type { IssueStore } from '../github/IssueStore';
import type { OwnIssues } from '../github/OwnIssues';
import type { Outbox } from '../outbox/Outbox';
import type { EscapeHatchSettings } from '../settings';
import { ClosableStore } from './ClosableStore';
import { DemandIssues } from './DemandIssues';
import { DemandStore } from './DemandStore';
import { InsightReader } from './InsightReader';
import { insightRoutes } from './insightRoutes';
import { TellDemand } from './TellDemand';

/** Builds what answers whether it is them or the path. */
export function createInsights(deps: {
  knex: Knex;
  access: RequestAccess;
  auditor: AuditorService;
  clock: { now(): number };
  entities: Pick<EntityReader, 'count'>;
  issues: IssueStore;
  outbox: Pick<Outbox, 'add'>;
  settings: EscapeHatchSettings;
  /** Left out where no repository is configured. */
  ownIssues?: OwnIssues;
}) {
  const { issues, ownIssues } = deps;
  const reader = new InsightReader({
    ...deps,
    demand: new DemandStore(deps),
    closable: new ClosableStore(deps),
  });
  const opening = new DemandIssues({
    ...deps,
    reader,
    store: issues,
    issues: ownIssues,
  });
  return {
    tellDemand: new TellDemand({ ...deps, reader }),
    routes: insightRoutes({ ...deps, reader, issues: opening }),
  };
}
