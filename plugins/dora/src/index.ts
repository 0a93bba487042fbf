/**
 * Delivery metrics for the organisation, and on the pages of groups and components.
 *
 * @packageDocumentation
 */

export { doraPlugin as default } from './plugin';
export { doraApiRef } from './api/doraApiRef';
export { doraTranslationRef } from './translation/doraTranslationRef';
