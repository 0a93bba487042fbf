/**
 * Error budgets on catalog entity pages.
 *
 * @packageDocumentation
 */

export { sloPlugin as default } from './plugin';
export { sloApiRef } from './api/sloApiRef';
export { sloTranslationRef } from './translation/sloTranslationRef';
