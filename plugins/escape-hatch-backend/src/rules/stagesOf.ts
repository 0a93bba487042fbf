import type {
  EscapeHatchRule,
  RiskLevel,
  RuleStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';

/**
 * Who approves a request for several rules: the longest list of stages. Of lists that are equally long that of the
 * first rule by id, so that the order in which somebody names the rules chooses nobody.
 */
export function stagesOf(options: {
  rules: EscapeHatchRule[];
  riskLevel: RiskLevel;
}): RuleStage[] {
  const { rules, riskLevel } = options;
  const [first] = [...rules].sort(
    (one, other) =>
      other.stages[riskLevel].length - one.stages[riskLevel].length ||
      (one.id < other.id ? -1 : 1),
  );
  return first?.stages[riskLevel] ?? [];
}
