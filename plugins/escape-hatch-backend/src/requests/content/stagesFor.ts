import type {
  RequestContent,
  RuleStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { longRunningStage } from '../../rules/longRunningStage';
import { resolveRule } from '../../rules/resolveRule';
import { stagesOf } from '../../rules/stagesOf';
import type { EscapeHatchSettings } from '../../settings';

/** Who has to approve a content now: the stages of its rules and, of a long chain of renewals, one more. */
export function stagesFor(options: {
  content: RequestContent;
  chain: { chainLength: number; chainSince: number | null };
  settings: Pick<EscapeHatchSettings, 'rules' | 'adminGroup' | 'securityGroup'>;
}): RuleStage[] {
  const { content, chain, settings } = options;
  const rules = content.rules.flatMap(id => resolveRule(settings, id) ?? []);
  const stages = stagesOf({ rules, riskLevel: content.riskLevel });
  const extra = longRunningStage({
    ...chain,
    expiresAt: Date.parse(content.expiresAt),
    stages,
    settings,
  });
  return extra ? [...stages, extra] : stages;
}
