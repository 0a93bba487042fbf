/**
 * Actions and filters of the golden path for Software Templates.
 *
 * @packageDocumentation
 */

export { scaffolderModuleGoldenPath as default } from './module';
