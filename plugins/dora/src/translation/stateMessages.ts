/** What stands where there is no number, and why. */
export const stateMessages = {
  tooFew: {
    title: 'Too few',
    changes_one: '{{count}} change in this period; a value needs {{needed}}.',
    changes_other:
      '{{count}} changes in this period; a value needs {{needed}}.',
    deployments_one:
      '{{count}} deployment in this period; a value needs {{needed}}.',
    deployments_other:
      '{{count}} deployments in this period; a value needs {{needed}}.',
    recoveries_one:
      '{{count}} recovery in this period; a value needs {{needed}}.',
    recoveries_other:
      '{{count}} recoveries in this period; a value needs {{needed}}.',
    incidents_one:
      '{{count}} incident in this period; a value needs {{needed}}.',
    incidents_other:
      '{{count}} incidents in this period; a value needs {{needed}}.',
    values: {
      '1': 'The only one: {{values}}.',
      '2': 'The two: {{values}}.',
      '3': 'The three: {{values}}.',
      '4': 'The four: {{values}}.',
    },
    longer: 'Show the last 13 weeks',
  },
  nothingFailed: {
    title: 'Nothing failed in this period.',
    why_one:
      '{{count}} deployment, 0 failed. There is nothing to average; this is not 0 min.',
    why_other:
      '{{count}} deployments, 0 failed. There is nothing to average; this is not 0 min.',
  },
  noService: {
    title: 'No source for this service',
    why: '{{name}} has no deployments here, because no source reports it.',
    annotation:
      'If its deployments have another name, set the annotation {{annotation}}.',
    send: 'Send a first event',
    setUp: 'Set up a source',
  },
  noSource: {
    title: 'No source configured',
    enough: 'DORA needs to know what was deployed. One of these is enough:',
    gitops: 'GitOps repository',
    gitopsHow: 'reads its history, no webhook needed',
    cdevents: 'CDEvents',
    cdeventsHow: 'one request per deployment from CI',
    github: 'GitHub',
    githubHow: 'webhooks and backfill',
    add: 'Add dora.sources to app-config',
  },
  reading: {
    title: 'Reading the history',
    label: 'Reading the history of {{source}}',
    progress: '{{done}} of {{total}} commits',
    left: '{{done}} of {{total}} commits, about {{time}} left',
    begun: 'The first commits are being read',
    complete:
      'Numbers are complete from {{date}} on. Periods that begin earlier cannot be chosen until then.',
  },
  loadError: {
    title: 'Numbers could not be loaded',
    silent: 'The DORA backend did not answer.',
    answered: 'The DORA backend answered with an error.',
    route: '{{route}}: {{status}}.',
    safe: 'Nothing is lost; events are kept and counted later.',
    retry: 'Try again',
  },
} as const;
