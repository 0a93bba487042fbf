/**
 * Checks of the golden path, wire types and client of the golden-path plugin.
 *
 * @packageDocumentation
 */

export * from './answers';
export * from './api';
export * from './findings';
export * from './policies';
export * from './rules';
