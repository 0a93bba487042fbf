import type { EscapeHatchDraft } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { DraftFields } from './DraftFields';
import { targetOf } from './targetOf';

/** The body of a new request. Every field must be right. */
export function toDraft(
  fields: DraftFields,
  options: { submit: boolean },
): EscapeHatchDraft {
  const { riskLevel, category } = fields;
  if (riskLevel === '' || category === '') {
    throw new Error('A draft needs a risk level and a category');
  }
  const target = targetOf(fields);
  return {
    entityRef: fields.entityRef,
    rules: fields.rules,
    justification: fields.justification.trim(),
    riskAssessment: fields.riskAssessment.trim(),
    mitigations: fields.mitigations.trim(),
    riskLevel,
    category,
    ...(fields.startsOnDay && { startsAt: fields.startsAt }),
    expiresAt: fields.expiresAt,
    ...(target && { target }),
    submit: options.submit,
  };
}
