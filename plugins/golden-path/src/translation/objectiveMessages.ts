/** The field for an objective. */
export const objectiveMessages = {
  title: 'Objective',
  means: '{{percent}} over {{window}} = {{outage}}',
  meansMore: 'of full outage, or {{failures}} failures per million requests.',
  policy: 'Over 50\u202f% used: review. Over 100\u202f%: feature freeze.',
  refused: 'Enter more than 0 and less than 100',
  noBudget:
    '100\u202f% leaves no budget: the first failure would freeze all features.',
  tooLow: 'Enter at least {{bound}}',
  tooHigh: 'Enter at most {{bound}}',
  tooFast:
    'A person rarely reacts within {{time}}: this needs automatic rollback. 99.9\u202f% is the usual upper choice here.',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  seconds_one: '{{count}} second',
  seconds_other: '{{count}} seconds',
  table: 'Objectives nearby',
  outage: 'Outage in {{window}}',
  perMillion: 'Per million',
} as const;
