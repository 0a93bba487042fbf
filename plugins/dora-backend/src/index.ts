/**
 * Backend of the dora plugin.
 *
 * @packageDocumentation
 */

export { doraPlugin as default } from './plugin';
export {
  createDoraScopeConditionalDecision,
  doraScopeConditions,
} from './permissions/conditions';
export { doraScopeResourceRef } from './permissions/doraScopeResourceRef';
export type {
  DoraScope,
  DoraScopeFilter,
} from './permissions/doraScopeResourceRef';
export { isScopeMember } from './permissions/isScopeMember';
