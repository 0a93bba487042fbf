import type { RequestStage } from '@golden-path/backstage-plugin-escape-hatch-common';
import { joinNames } from '../format/joinNames';
import { personName } from '../format/personName';
import type { EscapeHatchTranslation } from '../translation/useEscapeHatchTranslation';

/** Whom a stage is made of: `members of ml-team, which owns the service`. */
export function stageMembers(
  stage: RequestStage,
  t: EscapeHatchTranslation,
): string {
  const groups = joinNames(stage.resolvedFrom.map(personName), 'and');
  return stage.id === 'owner' && !stage.fallback
    ? t('form.approve.ownerMembers', { groups })
    : t('form.approve.members', { groups });
}
