import type { RuleStage } from '@golden-path/backstage-plugin-escape-hatch-common';
import { stagesFor } from '../content/stagesFor';
import type { Question } from './Question';

/** The stages of a request: those that it was submitted with or, of a draft, those that it would need. */
export function neededStages({
  record,
  settings,
}: Pick<Question, 'record' | 'settings'>): RuleStage[] {
  return record.stages.length > 0
    ? record.stages
    : stagesFor({ content: record.content, chain: record, settings });
}
