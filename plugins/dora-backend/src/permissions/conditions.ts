import { createConditionExports } from '@backstage/plugin-permission-node';
import { doraScopeResourceRef } from './doraScopeResourceRef';
import { isScopeMember } from './isScopeMember';

const exported = createConditionExports({
  resourceRef: doraScopeResourceRef,
  rules: { isScopeMember },
});

/**
 * Conditions that a policy may set for the permissions of reviews and failure links.
 *
 * @public
 */
export const doraScopeConditions = exported.conditions;

/**
 * Makes a policy's decision depend on whose the scope is.
 *
 * @public
 */
export const createDoraScopeConditionalDecision =
  exported.createConditionalDecision;
