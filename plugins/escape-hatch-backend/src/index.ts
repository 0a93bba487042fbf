/**
 * Backend of the escape-hatch plugin: requests, approvals, audit, exports.
 *
 * @packageDocumentation
 */

export { escapeHatchPlugin as default } from './plugin';
export {
  createEscapeHatchRequestConditionalDecision,
  escapeHatchRequestConditions,
} from './permissions/conditions';
export { isApprover } from './permissions/isApprover';
export { isOwner } from './permissions/isOwner';
export { isRequester } from './permissions/isRequester';
export type { RequestCriterion } from './permissions/RequestCriterion';
export type { RequestParties } from './permissions/RequestParties';
export { requestResourceRef } from './permissions/requestResourceRef';
