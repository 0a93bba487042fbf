import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { CatalogAccess, Route } from '@golden-path/backstage-http-api';
import type { Knex } from 'knex';
import type { createReading } from './createReading';
import type { EventRecorder } from './facts/EventRecorder';
import { LocalCalendar } from './metrics/LocalCalendar';
import { overruleRoutes } from './overrules/overruleRoutes';
import { OverruleStore } from './overrules/OverruleStore';
import { Overruling } from './overrules/Overruling';
import { PersonGuard } from './permissions/PersonGuard';
import { ScopeOwners } from './permissions/ScopeOwners';
import { DropExpired } from './retention/DropExpired';
import { FreezeMonths } from './reviews/FreezeMonths';
import { RemindOwners } from './reviews/RemindOwners';
import { Reviewing } from './reviews/Reviewing';
import { ReviewNotifier } from './reviews/ReviewNotifier';
import { reviewRoutes } from './reviews/reviewRoutes';
import { ReviewStore } from './reviews/ReviewStore';
import type { DoraSettings } from './settings';
import { FreezableScopes } from './snapshots/FreezableScopes';
import { FreezeWeeks } from './snapshots/FreezeWeeks';
import { FrozenReader } from './snapshots/FrozenReader';
import { snapshotRoutes } from './snapshots/snapshotRoutes';
import { SnapshotStore } from './snapshots/SnapshotStore';

/** Builds what people say about numbers, and what keeps numbers as they were. */
export function createReviewing(deps: {
  access: CatalogAccess;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  reading: ReturnType<typeof createReading>;
  recorder: EventRecorder;
  settings: DoraSettings;
}) {
  const { knex, reading } = deps;
  const { scopes, metrics, deployments, details } = reading;
  const { timeZone } = deps.settings;
  const calendar = new LocalCalendar(timeZone);
  const guard = new PersonGuard(deps);
  const freezable = new FreezableScopes(knex);
  const reader = new FrozenReader({ ...deps, metrics, scopes });
  const snapshots = new SnapshotStore(knex);
  const reviews = new ReviewStore(knex);
  const notifier = new ReviewNotifier(deps);
  const overruling = new Overruling({
    ...deps,
    guard,
    deployments,
    overrules: new OverruleStore(knex),
  });
  const reviewing = new Reviewing({
    ...deps,
    guard,
    reviews,
    reader,
    calendar,
  });
  const routes: Route[] = [
    ...overruleRoutes({ ...deps, deployments, details, overruling }),
    ...snapshotRoutes({ ...deps, scopes, snapshots, calendar }),
    ...reviewRoutes({ ...deps, scopes, reviews, reviewing, calendar }),
  ];
  return {
    scopeOwners: new ScopeOwners({ ...deps, scopes }),
    tasks: {
      weeks: new FreezeWeeks({ freezable, reader, snapshots, timeZone }),
      months: new FreezeMonths({
        freezable,
        reader,
        reviews,
        notifier,
        timeZone,
      }),
      reminders: new RemindOwners({ reviews, notifier, calendar }),
      retention: new DropExpired(deps),
    },
    routes,
  };
}
