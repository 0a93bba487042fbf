import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { SloClient } from '@golden-path/backstage-plugin-slo-common';
import { fetchAsPortal } from './fetchAsPortal';
import { PortalSli } from './PortalSli';
import { RequestMeter } from './RequestMeter';

/** Pushes what a meter counts to the SLOs of the portal's own component, as `plugin:portal-sli`. */
export const portalSliPlugin = (meter: RequestMeter) =>
  createBackendPlugin({
    pluginId: 'portal-sli',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          discovery: coreServices.discovery,
          logger: coreServices.logger,
          scheduler: coreServices.scheduler,
        },
        async init({ auth, discovery, logger, scheduler }) {
          const sli = new PortalSli({
            entityRef: 'component:default/developer-portal',
            meter,
            logger,
            api: new SloClient({
              discoveryApi: discovery,
              fetchApi: { fetch: fetchAsPortal },
              async getToken() {
                const { token } = await auth.getPluginRequestToken({
                  onBehalfOf: await auth.getOwnServiceCredentials(),
                  targetPluginId: 'slo',
                });
                return token;
              },
            }),
          });
          await scheduler.scheduleTask({
            id: 'push-portal-sli',
            // Each process counts its own requests
            scope: 'local',
            frequency: { cron: '* * * * *' },
            timeout: { minutes: 1 },
            fn: () => sli.run(),
          });
        },
      });
    },
  });
