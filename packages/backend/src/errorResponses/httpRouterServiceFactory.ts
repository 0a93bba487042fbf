import {
  createAuthIntegrationRouter,
  createCookieAuthRefreshMiddleware,
  createCredentialsBarrier,
  createLifecycleMiddleware,
  createRateLimitMiddleware,
} from '@backstage/backend-defaults/httpRouter';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import PromiseRouter from 'express-promise-router';
import { hideInternals } from './hideInternals';

/**
 * The default router of every plugin, except for what its error responses show.
 *
 * The default shows stack traces in development. Every plugin has an error handler of its own, so
 * that cannot be changed from the root router.
 */
export const httpRouterServiceFactory = createServiceFactory({
  service: coreServices.httpRouter,
  initialization: 'always',
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    httpAuth: coreServices.httpAuth,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    plugin: coreServices.pluginMetadata,
    rootHttpRouter: coreServices.rootHttpRouter,
  },
  async factory({
    auth,
    config,
    httpAuth,
    lifecycle,
    logger,
    plugin,
    rootHttpRouter,
  }) {
    const pluginId = plugin.getId();
    const credentialsBarrier = createCredentialsBarrier({ httpAuth, config });
    const pluginRoutes = PromiseRouter();

    const router = PromiseRouter();
    router.use(createRateLimitMiddleware({ pluginId, config }));
    router.use(createAuthIntegrationRouter({ auth }));
    router.use(createLifecycleMiddleware({ config, lifecycle }));
    router.use(credentialsBarrier.middleware);
    router.use(createCookieAuthRefreshMiddleware({ auth, httpAuth }));
    router.use(pluginRoutes);
    router.use(hideInternals({ logger }));
    router.use(
      MiddlewareFactory.create({ config, logger }).error({
        showStackTraces: false,
      }),
    );
    rootHttpRouter.use(`/api/${pluginId}`, router);

    return {
      use: handler => {
        pluginRoutes.use(handler);
      },
      addAuthPolicy: policy => credentialsBarrier.addAuthPolicy(policy),
    };
  },
});
