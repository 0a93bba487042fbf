import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createApiRouter } from '@golden-path/backstage-http-api';
import Router from 'express-promise-router';

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
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        router.use(
          '/v1',
          createApiRouter({
            title: 'Golden path',
            version: '1',
            basePath: '/api/golden-path/v1',
            routes: [],
            httpAuth,
          }),
        );
        httpRouter.use(router);
      },
    });
  },
});
