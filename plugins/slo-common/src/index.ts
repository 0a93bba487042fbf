/**
 * Domain model, budget maths, wire types and client of the slo plugin.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './permissions';
export * from './api';
export * from './definition';
export * from './budget';
export * from './policy';
export * from './documents';
export * from './promql';
