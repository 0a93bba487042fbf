import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { DoraClient } from '@golden-path/backstage-plugin-dora-common';
import { readDemoToken } from '../demoSlo/readDemoToken';
import { describeFailure } from '../portalSli/describeFailure';
import { fetchAsPortal } from '../portalSli/fetchAsPortal';
import { DemoReview } from './DemoReview';
import { demoReviewDraft } from './demoReviewDraft';
import { fetchDemoToken } from './fetchDemoToken';
import { demoReportEvents } from './demoReportEvents';
import { DemoReports } from './DemoReports';
import { demoSourceIds } from './demoSourceIds';
import { ensureRepositories } from './ensureRepositories';
import { moveRepositories } from './moveRepositories';
import { readDemoFolders } from './readDemoFolders';
import { readHistory } from './readHistory';

/** Who writes the demo's review: a member of the group that it is about. */
const REVIEWER = 'platform-lead';

/** Gives the demo a delivery history: repositories before the dora plugin looks for them, reports once it has. */
export const demoDeliveryModule = createBackendModule({
  pluginId: 'dora',
  moduleId: 'demo-delivery',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ config, discovery, logger, scheduler }) {
        const folders = readDemoFolders(config);
        const token = readDemoToken(config);
        if (!folders || !token) {
          logger.warn(
            'The demo has no delivery history: expected demo.delivery, and a static token of subject demo-ci in backend.auth.externalAccess',
          );
          return;
        }
        const { records, repositories } = folders;
        const delivery = await moveRepositories({ repositories, logger })
          .then(() =>
            ensureRepositories({
              records,
              repositories,
              now: new Date(),
              logger,
            }),
          )
          .catch(error => {
            logger.warn(
              `The demo has no delivery history, because of: ${describeFailure(
                error,
              )}`,
            );
          });
        if (!delivery) {
          return;
        }
        const reports = new DemoReports({
          events: demoReportEvents(await readHistory(records), delivery),
          repositorySources: demoSourceIds(repositories),
          logger,
          api: new DoraClient({
            discoveryApi: discovery,
            fetchApi: { fetch: fetchAsPortal },
            getToken: async () => token,
          }),
          push: async events =>
            fetchAsPortal(`${await discovery.getBaseUrl('dora')}/v1/events`, {
              method: 'POST',
              headers: {
                authorization: `Bearer ${token}`,
                'content-type': 'application/cloudevents-batch+json',
              },
              body: JSON.stringify(events),
            }),
        });
        const review = new DemoReview({
          draft: demoReviewDraft(new Date(delivery.startedAt)),
          logger,
          api: new DoraClient({
            discoveryApi: discovery,
            fetchApi: { fetch: fetchAsPortal },
            getToken: () => fetchDemoToken({ discovery, user: REVIEWER }),
          }),
        });
        await scheduler.scheduleTask({
          id: 'push-demo-delivery',
          // One process runs the demo; a global task would wait for its time-out after a kill
          scope: 'local',
          frequency: { seconds: 5 },
          timeout: { minutes: 1 },
          fn: async signal => {
            if (await reports.run(signal)) {
              await review.run();
            }
          },
        });
      },
    });
  },
});
