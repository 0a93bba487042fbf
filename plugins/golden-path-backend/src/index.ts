/**
 * Backend of the golden-path plugin.
 *
 * @packageDocumentation
 */

export { goldenPathPlugin as default } from './plugin';
