import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { commonMessages } from './commonMessages';
import { entityMessages } from './entityMessages';
import { formMessages } from './formMessages';
import { inboxMessages } from './inboxMessages';
import { insightMessages } from './insightMessages';
import { listMessages } from './listMessages';
import { requestMessages } from './requestMessages';
import { stateMessages } from './stateMessages';

/**
 * All texts of the plugin, in English; other languages come in by a module of the app.
 *
 * @public
 */
export const escapeHatchTranslationRef = createTranslationRef({
  id: 'plugin.escape-hatch',
  messages: {
    common: commonMessages,
    state: stateMessages,
    inbox: inboxMessages,
    list: listMessages,
    insight: insightMessages,
    entity: entityMessages,
    form: formMessages,
    request: requestMessages,
  },
});
