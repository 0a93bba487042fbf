import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthenticationError, isError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { demoAuthenticator } from './demoAuthenticator';

/** Signs in as any user of the catalog, where `auth.providers.demo` is configured. */
export const demoSignInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-sign-in',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: demoAuthenticator,
            async signInResolver({ result: { userName } }, context) {
              try {
                return await context.signInWithCatalogUser({
                  entityRef: { kind: 'user', name: userName },
                });
              } catch (error) {
                if (isError(error) && error.name === 'NotFoundError') {
                  throw new AuthenticationError(
                    `The catalog has no user 'user:default/${userName}'; just after the start it may not have read its users yet`,
                  );
                }
                throw error;
              }
            },
          }),
        });
      },
    });
  },
});
