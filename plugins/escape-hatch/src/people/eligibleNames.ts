import type { RequestStage } from '@golden-path/backstage-plugin-escape-hatch-common';
import { joinNames } from '../format/joinNames';
import { personName } from '../format/personName';

/** Who may decide a stage: `platform-lead or platform-engineer`; empty where nobody may. */
export function eligibleNames(stage: RequestStage): string {
  const refs = stage.candidates
    ? stage.candidates.filter(({ eligible }) => eligible).map(({ ref }) => ref)
    : stage.approvers;
  return joinNames(refs.map(personName), 'or');
}
