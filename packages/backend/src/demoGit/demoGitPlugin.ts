import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { readDemoFolders } from '../demoDora/readDemoFolders';
import { readDemoToken } from '../demoSlo/readDemoToken';
import { DemoGitUrls } from './DemoGitUrls';
import { GitHttpBackend } from './http/GitHttpBackend';
import { gitRoutes } from './http/gitRoutes';
import { pageRoutes } from './pages/pageRoutes';
import { DemoRepositories } from './repositories/DemoRepositories';

/** The demo's git server: `git clone <backend>/api/demo-git/<repository>.git`, and pages for people. */
export const demoGitPlugin = createBackendPlugin({
  pluginId: 'demo-git',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
      },
      async init({ config, httpRouter, logger }) {
        const folders = readDemoFolders(config);
        if (!folders) {
          logger.warn('The demo has no git server: expected demo.delivery');
          return;
        }
        const repositories = new DemoRepositories({
          folder: folders.repositories,
        });
        const urls = new DemoGitUrls({
          backendBaseUrl: config.getString('backend.baseUrl'),
        });
        // Git and browsers bring no token of Backstage; what pushes is checked by the routes
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        httpRouter.use(
          gitRoutes({
            repositories,
            backend: new GitHttpBackend({ logger }),
            pushToken: readDemoToken(config),
          }),
        );
        httpRouter.use(pageRoutes({ repositories, urls }));
      },
    });
  },
});
