/**
 * Backend of the dora plugin.
 *
 * @packageDocumentation
 */

export { doraPlugin as default } from './plugin';
