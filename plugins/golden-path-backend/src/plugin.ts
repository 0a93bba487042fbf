import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createApiRouter } from '@golden-path/backstage-http-api';
import Router from 'express-promise-router';
import { ScaffolderDryRuns } from './templateChecks/ScaffolderDryRuns';
import { templateCheckRoutes } from './templateChecks/templateCheckRoutes';
import { TemplateChecking } from './templateChecks/TemplateChecking';
import { TemplateFolders } from './templateChecks/TemplateFolders';

/**
 * The golden path: what a template would make, checked before anything is made.
 *
 * @public
 */
export const goldenPathPlugin = createBackendPlugin({
  pluginId: 'golden-path',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        reader: coreServices.urlReader,
      },
      async init({ auth, catalog, config, discovery, reader, ...http }) {
        const checking = new TemplateChecking({
          catalog,
          dryRuns: new ScaffolderDryRuns({ auth, discovery }),
          folders: new TemplateFolders({
            integrations: ScmIntegrations.fromConfig(config),
            reader,
          }),
        });
        const router = Router();
        router.use(
          '/v1',
          createApiRouter({
            title: 'Golden path',
            version: '1',
            basePath: '/api/golden-path/v1',
            routes: templateCheckRoutes({ checking }),
            httpAuth: http.httpAuth,
          }),
        );
        http.httpRouter.use(router);
      },
    });
  },
});
