/**
 * Backend of the escape-hatch plugin: requests, approvals, audit, exports.
 *
 * @packageDocumentation
 */

export {};
