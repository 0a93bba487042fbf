import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { RequestActing } from './acting/RequestActing';
import { registerDraft } from './actions/registerDraft';
import { registerEvaluate } from './actions/registerEvaluate';
import { registerList } from './actions/registerList';
import { ApproverResolver } from './approvers/ApproverResolver';
import { AuditTrail } from './audit/AuditTrail';
import { RequestAccess } from './callers/RequestAccess';
import { CheckEvents } from './checks/CheckEvents';
import { CheckStore } from './checks/CheckStore';
import type { HatchClock } from './clock/HatchClock';
import { EntityReader } from './entities/EntityReader';
import { EntityIdentities } from './evaluate/EntityIdentities';
import { evaluateRoute } from './evaluate/evaluateRoute';
import { Evaluator } from './evaluate/Evaluator';
import { UseNotes } from './evaluate/UseNotes';
import { ActiveHatchStore } from './exports/ActiveHatchStore';
import { ActiveSet } from './exports/ActiveSet';
import { Bundles } from './exports/Bundles';
import { exportRoutes } from './exports/exportRoutes';
import { IssueStore } from './github/IssueStore';
import { PlatformIssues } from './github/PlatformIssues';
import { Inbox } from './inbox/Inbox';
import { InboxStore } from './inbox/InboxStore';
import { createInsights } from './insights/createInsights';
import { RequestList } from './lists/RequestList';
import { RuleUseStore } from './lists/RuleUseStore';
import { NotificationSender } from './notifications/NotificationSender';
import { AuditLogReceiver } from './outbox/AuditLogReceiver';
import { DeliverOutbox } from './outbox/DeliverOutbox';
import { Outbox } from './outbox/Outbox';
import { OutboxStore } from './outbox/OutboxStore';
import { Previewing } from './preview/Previewing';
import { RequestService } from './requests/RequestService';
import { RequestStore } from './requests/RequestStore';
import { auditRoutes } from './routes/auditRoutes';
import { changeRoutes } from './routes/changeRoutes';
import { decisionRoutes } from './routes/decisionRoutes';
import { inboxRoutes } from './routes/inboxRoutes';
import { previewRoutes } from './routes/previewRoutes';
import { requestRoutes } from './routes/requestRoutes';
import { ruleRoutes } from './routes/ruleRoutes';
import type { EscapeHatchSettings } from './settings';
import { createTasks } from './tasks/createTasks';
import { RequestLinks } from './views/RequestLinks';
import { RequestPresenter } from './views/RequestPresenter';

/** Builds the plugin's parts, from the stores up to the routes. */
export function createServices(deps: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  clock: HatchClock;
  integrations: ScmIntegrationRegistry;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  settings: EscapeHatchSettings;
}) {
  const { knex, settings } = deps;
  const store = new RequestStore({ knex });
  const audit = new AuditTrail({ knex });
  const entities = new EntityReader(deps);
  const approvers = new ApproverResolver(deps);
  const outbox = new Outbox(deps);
  const issues = new IssueStore({ knex });
  const platformIssues = PlatformIssues.create({
    ...deps,
    requests: store,
    issues,
    outbox,
  });
  const deliverOutbox = new DeliverOutbox({
    ...deps,
    store: new OutboxStore({ knex }),
    receivers: {
      notification: new NotificationSender(deps),
      'audit-log': new AuditLogReceiver(deps),
      ...(platformIssues && { issue: platformIssues.receiver }),
    },
  });
  outbox.onNudge(() => deliverOutbox.nudge());
  const domain = { ...deps, store, entities, approvers, outbox };
  const service = new RequestService(domain);

  const access = new RequestAccess(domain);
  const links = new RequestLinks({ knex });
  const presenter = new RequestPresenter({ audit, links, service, settings });
  const parts = { ...domain, service, access, audit, presenter };
  const acting = new RequestActing(parts);
  const list = new RequestList(parts);
  const inboxes = new InboxStore({ knex, settings });

  const activeHatches = new ActiveHatchStore({ knex, settings });
  const active = new ActiveSet({ ...deps, store: activeHatches });
  const evaluator = new Evaluator({
    ...deps,
    active: activeHatches,
    identities: new EntityIdentities({ entities }),
    uses: new UseNotes({ ...deps, store }),
  });

  registerList({ ...parts, list });
  registerEvaluate({ ...parts, evaluator });
  registerDraft({ ...parts, acting, appUrl: settings.appUrl });

  const checks = new CheckStore({ knex });
  const insights = createInsights({
    ...parts,
    issues,
    ownIssues: platformIssues?.own,
  });

  return {
    store,
    checks,
    checkEvents: new CheckEvents({ ...deps, store: checks }),
    platformIssues,
    tellDemand: insights.tellDemand,
    tasks: createTasks({ ...parts, deliverOutbox }),
    routes: [
      ...requestRoutes({ ...parts, list }),
      ...changeRoutes({ ...parts, acting }),
      ...decisionRoutes({ ...parts, acting }),
      ...previewRoutes({ previewing: new Previewing(parts) }),
      ...inboxRoutes({ ...parts, inbox: new Inbox({ ...parts, inboxes }) }),
      ...ruleRoutes({ ...parts, uses: new RuleUseStore({ knex, settings }) }),
      ...auditRoutes(parts),
      ...exportRoutes({
        active,
        bundles: new Bundles({ active, settings }),
        settings,
        assertMayExport: credentials => access.assertMayReadAll(credentials),
      }),
      evaluateRoute({
        evaluator,
        assertMayRead: credentials => access.assertMayRead(credentials),
      }),
      ...insights.routes,
    ],
  };
}
