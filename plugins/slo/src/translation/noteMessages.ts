/** The notes above the numbers. */
export const noteMessages = {
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  fewer: 'Show only the first',
  about: '{{names}}: ',
  documentError: {
    title_one: '{{file}} has {{count}} error',
    title_other: '{{file}} has {{count}} errors',
    lastGood: 'The last good version of {{time}} stays in force.',
    moreProblems_one: 'and {{count}} more error',
    moreProblems_other: 'and {{count}} more errors',
  },
  page: {
    title: 'Page: burning at {{burn}} the even pace',
    rates:
      '{{long}} {{longBurn}} and {{short}} {{shortBurn}}, limit {{limit}}, since {{since}}.',
    ratesOnly:
      '{{long}} {{longBurn}} and {{short}} {{shortBurn}}, limit {{limit}}.',
    exhaustion: 'At this pace all of it is gone in {{time}}.',
  },
  policy: {
    why: '{{name}} has used {{used}} of its budget (threshold {{threshold}}). In force since {{since}}.',
    rollbacks: 'Rollbacks stay allowed.',
  },
  stale: {
    title: 'Stale: no data since {{time}}, {{age}} ago',
    kept: 'Alerts, policy and deploy gate keep their state of {{time}}.',
    notified: '{{owner}} was notified at {{time}}.',
  },
  backfilling: {
    title: 'Backfilling: {{loaded}} of {{window}} loaded',
    progress: 'Loaded part of the window',
    covers: 'Numbers cover {{from}} – {{to}}.',
    waits:
      'Alerts and policy start when all {{window}} are in; until then the deploy gate follows its fail mode.',
  },
  newQuery: {
    title: 'New query since {{time}}',
    refills: 'Its window refills and covers {{covered}} of {{window}}.',
    before: 'The old query ended at {{used}} used.',
    history: 'Show its history',
  },
  partial: {
    title: 'Partial data: {{coverage}} of the window is covered',
    gap: 'Largest gap: {{period}}.',
    judged: 'Still judged.',
  },
} as const;
