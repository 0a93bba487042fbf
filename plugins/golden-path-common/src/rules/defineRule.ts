import type { GoldenPathRule } from './GoldenPathRule';

const DOCS =
  'https://github.com/golden-path/backstage-golden-path/blob/main/docs/golden-path/rules.md';

/** A rule with the link to its section of the documentation. */
export function defineRule(rule: Omit<GoldenPathRule, 'docs'>): GoldenPathRule {
  return { ...rule, docs: `${DOCS}#${rule.id}` };
}
