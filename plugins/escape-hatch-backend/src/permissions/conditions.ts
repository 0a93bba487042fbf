import { createConditionExports } from '@backstage/plugin-permission-node';
import { isApprover } from './isApprover';
import { isOwner } from './isOwner';
import { isRequester } from './isRequester';
import { requestResourceRef } from './requestResourceRef';

const exported = createConditionExports({
  resourceRef: requestResourceRef,
  rules: { isOwner, isApprover, isRequester },
});

/**
 * Conditions that a policy may set for the permissions of requests.
 *
 * @public
 */
export const escapeHatchRequestConditions = exported.conditions;

/**
 * Makes a policy's decision depend on who has to do with the request.
 *
 * @public
 */
export const createEscapeHatchRequestConditionalDecision =
  exported.createConditionalDecision;
