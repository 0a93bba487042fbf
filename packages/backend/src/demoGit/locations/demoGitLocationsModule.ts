import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { readDemoFolders } from '../../demoDora/readDemoFolders';
import { DemoGitUrls } from '../DemoGitUrls';
import { DemoGitProcessor } from './DemoGitProcessor';

/** Tells the catalog where the sources are of what it reads from the demo's git server. */
export const demoGitLocationsModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-git-locations',
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
            new DemoGitProcessor({
              folder: folders.repositories,
              urls: new DemoGitUrls({
                backendBaseUrl: config.getString('backend.baseUrl'),
              }),
            }),
          );
        }
      },
    });
  },
});
