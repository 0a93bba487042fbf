import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { DemoRepositoryProcessor } from './DemoRepositoryProcessor';
import { demoServices } from './demoServices';
import { readDemoFolders } from './readDemoFolders';

/** Tells the catalog where the demo's repositories are. */
export const demoRepositoriesModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-repositories',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        const folders = readDemoFolders(config);
        if (folders) {
          catalog.addProcessor(
            new DemoRepositoryProcessor({
              repositories: folders.repositories,
              services: demoServices,
            }),
          );
        }
      },
    });
  },
});
