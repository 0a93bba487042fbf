/**
 * Fields and pages of the golden path.
 *
 * @packageDocumentation
 */

export {};
