import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { SloClient } from '@golden-path/backstage-plugin-slo-common';
import { fetchAsPortal } from '../portalSli/fetchAsPortal';
import { apiServiceSeries } from './apiServiceSeries';
import { DemoHistory } from './DemoHistory';
import { readDemoToken } from './readDemoToken';

/** Gives the SLOs of the demo's `api-service` a history, through the same door as any CI job. */
export const demoHistoryModule = createBackendModule({
  pluginId: 'slo',
  moduleId: 'demo-history',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ config, discovery, logger, scheduler }) {
        const token = readDemoToken(config);
        if (!token) {
          logger.warn(
            'The demo has no history: expected a static token of subject demo-ci in backend.auth.externalAccess',
          );
          return;
        }
        const history = new DemoHistory({
          entityRef: 'component:default/api-service',
          series: apiServiceSeries,
          logger,
          api: new SloClient({
            discoveryApi: discovery,
            fetchApi: { fetch: fetchAsPortal },
            getToken: async () => token,
          }),
        });
        await scheduler.scheduleTask({
          id: 'push-demo-history',
          // One process runs the demo; a global task would wait for its time-out after a kill
          scope: 'local',
          frequency: { seconds: 5 },
          timeout: { minutes: 5 },
          fn: signal => history.run(signal),
        });
      },
    });
  },
});
