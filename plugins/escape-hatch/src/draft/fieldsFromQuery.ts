import { type DraftFields, EMPTY_FIELDS } from './DraftFields';

const TEXTS = [
  'entityRef',
  'justification',
  'riskAssessment',
  'mitigations',
  'cluster',
  'namespace',
  'kind',
  'name',
] as const;
const LISTS = ['rules', 'environments', 'vulnerabilities'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A form as a link fills it in: each field by its name in the API, `namespace` and the like without `target.`; lists
 * are parted by commas. What a link cannot mean is left empty.
 */
export function fieldsFromQuery(query: URLSearchParams): DraftFields {
  const fields: DraftFields = { ...EMPTY_FIELDS };
  for (const name of TEXTS) {
    fields[name] = query.get(name) ?? '';
  }
  for (const name of LISTS) {
    fields[name] = listOf(query.getAll(name).join(','));
  }
  const day = (name: string) => {
    const text = query.get(name) ?? '';
    return DAY.test(text) ? text : '';
  };
  const level = query.get('riskLevel');
  const category = query.get('category');
  return {
    ...fields,
    riskLevel:
      level === 'low' || level === 'medium' || level === 'high' ? level : '',
    category: category === 'waiver' || category === 'mitigated' ? category : '',
    startsAt: day('startsAt'),
    startsOnDay: day('startsAt') !== '',
    expiresAt: day('expiresAt'),
  };
}

/** `a, b a` is `a` and `b`. */
export function listOf(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter(Boolean))];
}
