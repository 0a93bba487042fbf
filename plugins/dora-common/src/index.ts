/**
 * Wire types, bands, permissions and client of the dora plugin.
 *
 * @packageDocumentation
 */

export * from './permissions';
export * from './api';
export * from './metrics';
export * from './versions/shortVersion';
