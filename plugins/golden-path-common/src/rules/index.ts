export type { GoldenPathRule, GoldenPathRuleId } from './GoldenPathRule';
export { goldenPathRules } from './goldenPathRules';
