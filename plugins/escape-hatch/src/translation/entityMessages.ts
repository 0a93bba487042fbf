/** The card of a component's page. */
export const entityMessages = {
  loading: 'Loading escape hatches',
  counts: '{{active}} active, {{pending}} pending.',
  countsScheduled:
    '{{active}} active, {{scheduled}} not started yet, {{pending}} pending.',
  next: 'Next to expire: {{rules}}.',
  renew: 'Renew',
  renewOf: 'Renew #{{number}}',
  list: 'Active and pending escape hatches',
  more: 'All requests of this service',
  empty:
    '{{name}} has no escape hatch: it follows every golden-path rule or has not been checked.',
  emptyHint: 'If a rule does not fit, ask for an exception with an end date.',
} as const;
