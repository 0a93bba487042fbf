import type { DraftFields } from './DraftFields';

/** A field that can be wrong. */
export type FieldName = Exclude<keyof DraftFields, 'startsOnDay'> | 'comment';

/** From the top of the form to its end. */
export const FIELD_NAMES: FieldName[] = [
  'entityRef',
  'rules',
  'justification',
  'riskAssessment',
  'mitigations',
  'riskLevel',
  'category',
  'startsAt',
  'expiresAt',
  'cluster',
  'namespace',
  'kind',
  'name',
  'environments',
  'vulnerabilities',
  'comment',
];

/** The field that a path of the API names: `namespace` of `target.namespace`, `rules` of `rules[0]`. */
export function fieldOfPath(path: string): FieldName | undefined {
  const [name] = path.replace(/^target\./, '').split(/[.[]/);
  return FIELD_NAMES.find(field => field === name);
}
