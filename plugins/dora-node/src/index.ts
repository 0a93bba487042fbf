/**
 * Extension point of the dora plugin.
 *
 * @packageDocumentation
 */

export * from './DoraEvent';
export * from './DoraSource';
export * from './doraSourcesExtensionPoint';
