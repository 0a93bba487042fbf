/** What all parts of the plugin share. */
export const commonMessages = {
  title: 'Escape hatches',
  ask: 'Request an escape hatch',
  tabs: {
    inbox: 'Inbox',
    inboxCount: 'Inbox ({{shown}})',
    all: 'All requests',
    insights: 'Insights',
  },
  risk: { low: 'Low', medium: 'Medium', high: 'High' },
  category: { waiver: 'Waiver', mitigated: 'Mitigated' },
  endOfDay: '{{day}}, end of day',
  number: '#{{number}}',
  more: 'Show more',
  loadingMore: 'Loading more',
  moreFailed: 'More could not be loaded.',
  exportCsv: 'Export CSV',
  exportFailed: 'Not exported: {{reason}}',
  // A host whose requests are made up says so here.
  demo: '',
  loadError: {
    silent: 'The escape-hatch backend did not answer.',
    answered: 'The escape-hatch backend answered with an error.',
    route: '{{route}}: {{status}}.',
    safe: 'Nothing is lost: escape hatches stay as they are.',
    retry: 'Try again',
  },
} as const;
