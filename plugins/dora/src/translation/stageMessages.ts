/** Where lead time goes. */
export const stageMessages = {
  title: 'Where lead time goes',
  name: {
    coding: 'Coding',
    pickup: 'Pickup',
    review: 'Review',
    integration: 'Integration',
    promotion: 'Promotion',
    rollout: 'Rollout',
  },
  /** Within a sentence. */
  inText: {
    coding: 'coding',
    pickup: 'pickup',
    review: 'review',
    integration: 'integration',
    promotion: 'promotion',
    rollout: 'rollout',
  },
  way: {
    coding: 'first commit → opened',
    codingToMerge: 'first commit → merge',
    pickup: 'opened → first review',
    review: 'first review → merge',
    integration: 'merge → first environment',
    promotion: 'first environment → last before production',
    rollout: 'last before production → production',
  },
  column: { stage: 'Stage', share: 'Share', median: 'Median' },
  was: 'was {{share}}',
  mean: 'mean {{time}}',
  bottleneck: 'Bottleneck: {{stage}}.',
  bottleneckShare: '{{share}} of lead time.',
  bottleneckWas: '{{share}} of lead time, was {{previous}}.',
  oneDeployment: 'One deployment, {{deployment}}, is {{share}} of the wait.',
  noOpening:
    'Pickup, review: no data, because no source tells when pull requests were opened. Coding runs to the merge.',
  noData: '{{stage}}: no data, because no change has this stage.',
  none: 'No change was shipped in this period, so there is no lead time to divide.',
  worst: {
    title: 'Worst deployments in {{stage}}',
    title5: 'Five worst deployments in {{stage}}',
    deployment: 'Deployment',
    changes: 'Changes',
    wait: 'Median wait',
    share: 'Of the wait',
  },
} as const;
