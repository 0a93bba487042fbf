import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogEntities } from './services';

/** Fills the real catalog. */
export const catalogModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'benchmark-services',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'benchmark-services',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: catalogEntities().map(entity => ({ entity })),
            }),
        });
      },
    });
  },
});
