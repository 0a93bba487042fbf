import type { EscapeHatchDraft } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { DraftFields } from './DraftFields';
import { targetOf } from './targetOf';

/** Stands for a text that is still to be written: who approves does not depend on it. */
const UNWRITTEN = '–';

/**
 * What is asked of a preview while the form is being filled in; undefined until service, rules and risk level are
 * chosen, which decide who approves.
 *
 * @param today - `YYYY-MM-DD`; stands for an end that is not chosen yet
 */
export function previewOf(
  fields: DraftFields,
  today: string,
): EscapeHatchDraft | undefined {
  const { entityRef, rules, riskLevel, startsOnDay, startsAt } = fields;
  if (entityRef === '' || rules.length === 0 || riskLevel === '') {
    return undefined;
  }
  const target = targetOf(fields);
  const start = startsOnDay ? startsAt : '';
  return {
    entityRef,
    rules: rules.slice(0, 10),
    justification: UNWRITTEN,
    riskAssessment: UNWRITTEN,
    mitigations: UNWRITTEN,
    riskLevel,
    category: fields.category || 'waiver',
    ...(start && { startsAt: start }),
    expiresAt: fields.expiresAt || start || today,
    ...(target && { target }),
  };
}
