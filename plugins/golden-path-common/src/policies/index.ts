export { checkWorkload } from './checkWorkload';
export { parseQuantity } from './parseQuantity';
export type { PolicySettings } from './PolicySettings';
export type { PolicyRule, PolicyViolation } from './PolicyViolation';
