/**
 * Domain model, budget maths, wire types and client of the slo plugin.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './permissions';
export * from './api';
export * from './definition';
