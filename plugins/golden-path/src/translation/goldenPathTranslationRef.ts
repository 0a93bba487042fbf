import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { checkMessages } from './checkMessages';
import { exposureMessages } from './exposureMessages';
import { objectiveMessages } from './objectiveMessages';
import { repositoryMessages } from './repositoryMessages';
import { resourcesMessages } from './resourcesMessages';

/**
 * All texts of the plugin, in English; other languages come in by a module of the app.
 *
 * @public
 */
export const goldenPathTranslationRef = createTranslationRef({
  id: 'plugin.golden-path',
  messages: {
    error: {
      silent: 'The golden-path backend did not answer.',
      answered: 'The golden-path backend answered with an error.',
    },
    objective: objectiveMessages,
    exposure: exposureMessages,
    resources: resourcesMessages,
    repository: repositoryMessages,
    check: checkMessages,
  },
});
