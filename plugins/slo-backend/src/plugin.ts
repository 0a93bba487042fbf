import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createApiRouter } from '@golden-path/backstage-http-api';
import { sloPermissions } from '@golden-path/backstage-plugin-slo-common';
import {
  SliProvider,
  sliProvidersExtensionPoint,
} from '@golden-path/backstage-plugin-slo-node';
import Router from 'express-promise-router';
import { createServices } from './createServices';
import { openDatabase } from './database/openDatabase';
import { subscribeToMarks } from './marks/subscribeToMarks';
import { readSettings } from './settings';

/**
 * Error budgets: documents, collection, maths, policy and HTTP API.
 *
 * @public
 */
export const sloPlugin = createBackendPlugin({
  pluginId: 'slo',
  register(env) {
    const added: SliProvider[] = [];
    env.registerExtensionPoint(sliProvidersExtensionPoint, {
      addProvider: provider => {
        added.push(provider);
      },
    });
    env.registerInit({
      deps: {
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
        urlReader: coreServices.urlReader,
      },
      async init({ database, httpAuth, httpRouter, scheduler, ...deps }) {
        const { config, events, logger } = deps;
        const settings = readSettings(config);
        const knex = await openDatabase(database);
        const { marks, tasks, routes } = createServices({
          ...deps,
          knex,
          settings,
          addedProviders: added,
        });

        deps.permissionsRegistry.addPermissions(sloPermissions);
        const router = Router();
        router.use(
          '/v1',
          createApiRouter({
            title: 'SLOs and error budgets',
            version: '1',
            basePath: '/api/slo/v1',
            routes,
            httpAuth,
          }),
        );
        httpRouter.use(router);
        await subscribeToMarks({ events, knex, marks, logger });

        await scheduler.scheduleTask({
          id: 'discover-documents',
          ...settings.documentsSchedule,
          fn: signal => tasks.discovery.run(signal),
        });
        await scheduler.scheduleTask({
          id: 'collect-tiles',
          ...settings.collectionSchedule,
          fn: signal => tasks.collection.run(signal),
        });
        await scheduler.scheduleTask({
          id: 'notify-missing-data',
          scope: 'global',
          // After a pause of the backend itself, sources and pushers catch up first.
          initialDelay: { minutes: 5 },
          frequency: { minutes: 5 },
          timeout: { minutes: 5 },
          fn: () => tasks.missingData.run(),
        });
        await scheduler.scheduleTask({
          id: 'drop-expired',
          scope: 'global',
          frequency: { hours: 24 },
          timeout: { minutes: 15 },
          fn: () => tasks.retention.run(),
        });
      },
    });
  },
});
