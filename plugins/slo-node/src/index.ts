/**
 * Extension points of the slo plugin.
 *
 * @packageDocumentation
 */

export * from './SliProvider';
export * from './sliProvidersExtensionPoint';
