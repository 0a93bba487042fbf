import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { chartMessages } from './chartMessages';
import { deploymentMessages } from './deploymentMessages';
import { formMessages } from './formMessages';
import { pageMessages } from './pageMessages';
import { qualityMessages } from './qualityMessages';
import { reviewMessages } from './reviewMessages';
import { stageMessages } from './stageMessages';
import { stateMessages } from './stateMessages';
import { summaryMessages } from './summaryMessages';
import { tileMessages } from './tileMessages';

/**
 * All texts of the plugin, in English; other languages come in by a module of the app.
 *
 * @public
 */
export const doraTranslationRef = createTranslationRef({
  id: 'plugin.dora',
  messages: {
    page: pageMessages,
    form: formMessages,
    tile: tileMessages,
    chart: chartMessages,
    stage: stageMessages,
    state: stateMessages,
    summary: summaryMessages,
    deployment: deploymentMessages,
    quality: qualityMessages,
    review: reviewMessages,
  },
});
