import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { EscapeHatchClient } from '@golden-path/backstage-plugin-escape-hatch-common';
import { fetchDemoToken } from '../demoDora/fetchDemoToken';
import { fetchAsPortal } from '../portalSli/fetchAsPortal';
import { demoHatches } from './demoHatches';
import { DemoRequests } from './DemoRequests';

/** Gives the demo escape hatches, once users and services are in the catalog. */
export const demoHatchesModule = createBackendModule({
  pluginId: 'escape-hatch',
  moduleId: 'demo-hatches',
  register(env) {
    env.registerInit({
      deps: {
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ discovery, logger, scheduler }) {
        const requests = new DemoRequests({
          hatches: demoHatches(new Date()),
          logger,
          apiOf: user =>
            new EscapeHatchClient({
              discoveryApi: discovery,
              fetchApi: { fetch: fetchAsPortal },
              getToken: () => fetchDemoToken({ discovery, user }),
            }),
        });
        await scheduler.scheduleTask({
          id: 'make-demo-requests',
          // One process runs the demo; a global task would wait for its time-out after a kill
          scope: 'local',
          frequency: { seconds: 5 },
          timeout: { minutes: 1 },
          fn: () => requests.run(),
        });
      },
    });
  },
});
