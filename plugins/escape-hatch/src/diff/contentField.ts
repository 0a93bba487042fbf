import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';

/** Names of all that people say in a request, in the order of the form. */
export const CONTENT_FIELDS = [
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
] as const;

export type ContentField = (typeof CONTENT_FIELDS)[number];

/** What a field says: a text, a list, or nothing. */
export function contentField(
  content: RequestContent,
  field: ContentField,
): string | string[] | undefined {
  switch (field) {
    case 'cluster':
    case 'namespace':
    case 'kind':
    case 'name':
    case 'environments':
    case 'vulnerabilities':
      return content.target?.[field];
    default:
      return content[field];
  }
}
