import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createApiRouter, signedPaths } from '@golden-path/backstage-http-api';
import {
  doraSourcesExtensionPoint,
  type DoraSource,
} from '@golden-path/backstage-plugin-dora-node';
import Router from 'express-promise-router';
import { createServices } from './createServices';
import { openDatabase } from './database/openDatabase';
import { registerPermissions } from './permissions/registerPermissions';
import { schedulePeriods } from './schedulePeriods';
import { readSettings } from './settings';
import { scheduleSources } from './sources/scheduleSources';

/**
 * Delivery metrics: sources, event log, facts, metrics, reviews and HTTP API.
 *
 * @public
 */
export const doraPlugin = createBackendPlugin({
  pluginId: 'dora',
  register(env) {
    const added: DoraSource[] = [];
    env.registerExtensionPoint(doraSourcesExtensionPoint, {
      addSource: source => {
        added.push(source);
      },
    });
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
      async init({ database, httpAuth, httpRouter, scheduler, ...deps }) {
        const settings = readSettings(deps.config);
        const knex = await openDatabase(database);
        const { githubWebhooks, scopeOwners, sources, tasks, routes } =
          createServices({ ...deps, knex, settings, addedSources: added });

        registerPermissions({ ...deps, scopeOwners });
        const router = Router();
        router.use(
          '/v1',
          createApiRouter({
            title: 'Software delivery metrics',
            version: '1',
            basePath: '/api/dora/v1',
            routes,
            httpAuth,
          }),
        );
        httpRouter.use(router);
        for (const path of signedPaths({ routes, prefix: '/v1' })) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }

        await tasks.rules.adopt();
        await githubWebhooks.subscribe(deps.events);

        await scheduler.scheduleTask({
          id: 'refresh-services',
          scope: 'global',
          frequency: { seconds: 30 },
          timeout: { minutes: 15 },
          fn: signal => tasks.directory.run(signal),
        });
        await scheduleSources({ scheduler, collectSources: sources });
        await scheduler.scheduleTask({
          id: 'roll-days',
          scope: 'global',
          frequency: { seconds: 15 },
          timeout: { minutes: 30 },
          fn: async signal => {
            await tasks.rollups.run({ signal, now: Date.now() });
          },
        });
        await scheduler.scheduleTask({
          id: 'apply-settings',
          scope: 'global',
          frequency: { seconds: 30 },
          // What is left then is for the next run; nobody waits longer for one that was killed.
          timeout: { minutes: 5 },
          fn: signal => tasks.rules.run(signal),
        });
        await schedulePeriods({ scheduler, tasks: tasks.periods });
      },
    });
  },
});
