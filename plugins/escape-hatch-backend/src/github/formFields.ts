/** The fields of the form by which an escape hatch is asked for in the platform repository, in their order. */
export const FORM_FIELDS = [
  { key: 'service', label: 'Service' },
  { key: 'justification', label: 'Why we need an escape hatch' },
  { key: 'riskAssessment', label: 'Risk assessment' },
  { key: 'mitigations', label: 'Mitigations' },
  { key: 'approver', label: 'Approver' },
  { key: 'reviewDate', label: 'Review date' },
] as const;

/** One of them. */
export type FormField = (typeof FORM_FIELDS)[number]['key'];
