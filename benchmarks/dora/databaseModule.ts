import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Hands the plugin's own database out when the backend starts. */
export function databaseModule(onDatabase: (knex: Knex) => void) {
  return createBackendModule({
    pluginId: 'dora',
    moduleId: 'benchmark-database',
    register(env) {
      env.registerInit({
        deps: { database: coreServices.database },
        async init({ database }) {
          onDatabase(await database.getClient());
        },
      });
    },
  });
}
