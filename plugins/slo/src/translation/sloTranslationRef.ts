import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { burnDownMessages } from './burnDownMessages';
import { cardMessages } from './cardMessages';
import { noteMessages } from './noteMessages';
import { tabMessages } from './tabMessages';

/**
 * All texts of the plugin, in English; other languages come in by a module of the app.
 *
 * @public
 */
export const sloTranslationRef = createTranslationRef({
  id: 'plugin.slo',
  messages: {
    card: cardMessages,
    note: noteMessages,
    tab: tabMessages,
    burnDown: burnDownMessages,
  },
});
