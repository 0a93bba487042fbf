import {
  createFrontendModule,
  createTranslationMessages,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { doraTranslationRef } from '@golden-path/backstage-plugin-dora';
import { escapeHatchTranslationRef } from '@golden-path/backstage-plugin-escape-hatch';

/** Says what this host's demo data are, where plugins only say that there are some. */
export const demoTextsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'dora-demo',
      params: {
        resource: createTranslationMessages({
          ref: doraTranslationRef,
          messages: {
            'page.demo':
              'Demo data: GitOps history replayed from public repositories, moved forward by whole weeks to end in the week before the demo began; that of api-service is made up. Incidents: pushed by the demo.',
          },
        }),
      },
    }),
    TranslationBlueprint.make({
      name: 'escape-hatch-demo',
      params: {
        resource: createTranslationMessages({
          ref: escapeHatchTranslationRef,
          messages: {
            'common.demo':
              'Demo data: requests that the demo made when it first started, through the API that everybody uses.',
          },
        }),
      },
    }),
  ],
});
