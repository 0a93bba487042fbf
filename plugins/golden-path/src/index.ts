/**
 * Fields and pages of the golden path.
 *
 * @packageDocumentation
 */

export { goldenPathPlugin as default } from './plugin';
export { goldenPathApiRef } from './api/goldenPathApiRef';
export { goldenPathTranslationRef } from './translation/goldenPathTranslationRef';
