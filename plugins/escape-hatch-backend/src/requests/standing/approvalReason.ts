import type { RuleStage } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { ResolvedStage } from '../../approvers/ApproverResolver';

/** Why somebody of a stage's resolved set may decide it: a sentence that names the group. */
export function approvalReason(options: {
  stage: RuleStage;
  resolved: ResolvedStage;
  userRef: string;
}): string {
  const { stage, resolved, userRef } = options;
  const via = resolved.users.get(userRef);
  const who = via === userRef ? `${userRef} in person` : `Member of ${via}`;
  return resolved.fallback
    ? `${who}, in place of ${stage.approvers.join(', ')}, for stage ${
        stage.title
      }.`
    : `${who}, for stage ${stage.title}.`;
}
