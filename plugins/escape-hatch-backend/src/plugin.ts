import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createApiRouter, signedPaths } from '@golden-path/backstage-http-api';
import Router from 'express-promise-router';
import { HatchClock } from './clock/HatchClock';
import { createServices } from './createServices';
import { openDatabase } from './database/openDatabase';
import { scheduleInsights } from './insights/scheduleInsights';
import { registerPermissions } from './permissions/registerPermissions';
import { readSettings } from './settings';
import { scheduleTasks } from './tasks/scheduleTasks';

/**
 * Escape hatches: requests, approvals, audit trail, exports and HTTP API.
 *
 * @public
 */
export const escapeHatchPlugin = createBackendPlugin({
  pluginId: 'escape-hatch',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init({ config, database, httpAuth, httpRouter, ...deps }) {
        const settings = readSettings(config);
        const knex = await openDatabase(database);
        const clock = await HatchClock.create({ knex });
        const { store, tasks, routes, ...services } = createServices({
          ...deps,
          clock,
          integrations: ScmIntegrations.fromConfig(config),
          knex,
          settings,
        });

        registerPermissions({ ...deps, requests: store });
        const router = Router();
        router.use(
          '/v1',
          createApiRouter({
            title: 'Escape hatches',
            version: '1',
            basePath: '/api/escape-hatch/v1',
            routes,
            httpAuth,
          }),
        );
        httpRouter.use(router);
        for (const path of signedPaths({ routes, prefix: '/v1' })) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }

        await services.checkEvents.subscribe(deps.events);
        await services.platformIssues?.watch(deps);
        await scheduleTasks({ ...deps, tasks });
        await scheduleInsights({ ...deps, ...services, clock, settings });
      },
    });
  },
});
