import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Hands a plugin's own database out when the backend starts. */
export function databaseModule(options: {
  pluginId: string;
  handOut: (plugin: { knex: Knex }) => void;
}) {
  const { pluginId, handOut } = options;
  return createBackendModule({
    pluginId,
    moduleId: 'benchmark-database',
    register(env) {
      env.registerInit({
        deps: { database: coreServices.database },
        async init({ database }) {
          handOut({ knex: await database.getClient() });
        },
      });
    },
  });
}
