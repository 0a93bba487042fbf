export { checkWorkload } from './checkWorkload';
export { isWorkload } from './isWorkload';
export { parseQuantity } from './parseQuantity';
export type { PolicySettings } from './PolicySettings';
export type { PolicyRule, PolicyViolation } from './PolicyViolation';
