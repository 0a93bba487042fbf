/**
 * Rules, states, wire types, permissions and client of the escape-hatch plugin.
 *
 * @packageDocumentation
 */

export * from './permissions';
export * from './api';
export * from './states';
export * from './targets';
