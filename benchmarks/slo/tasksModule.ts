import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { createServices } from '../../plugins/slo-backend/src/createServices';
import { readSettings } from '../../plugins/slo-backend/src/settings';

/** The plugin's tasks on the plugin's own database, to be run at will and at any hour. */
export interface SloTasks {
  knex: Knex;
  tasks: ReturnType<typeof createServices>['tasks'];
}

/** Hands the tasks out when the backend starts. */
export function tasksModule(onTasks: (tasks: SloTasks) => void) {
  return createBackendModule({
    pluginId: 'slo',
    moduleId: 'benchmark-tasks',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          logger: coreServices.logger,
          notifications: notificationService,
          permissions: coreServices.permissions,
          urlReader: coreServices.urlReader,
        },
        async init({ database, ...deps }) {
          const knex = await database.getClient();
          const { tasks } = createServices({
            ...deps,
            knex,
            settings: readSettings(deps.config),
            addedProviders: [],
          });
          onTasks({ knex, tasks });
        },
      });
    },
  });
}
