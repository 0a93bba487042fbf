import type {
  DeploymentDetail,
  ShippedChange,
} from '@golden-path/backstage-plugin-dora-common';

const MINUTE = 60;
const HOUR = 3600;

/** The deployment of the mock-up, moved to this year: support v522, rolled back after 41 minutes. */
export const support522: DeploymentDetail = {
  id: 'support-v522',
  entityRef: 'component:default/support',
  environment: 'production',
  production: true,
  version: 'v522',
  previousVersion: 'v520',
  sha: 'e68ea3cae62995f2cf1c4e8d1f0b29a3b7d45c01',
  startedAt: null,
  finishedAt: '2026-01-29T09:06:05Z',
  outcome: 'success',
  kind: 'normal',
  changes: 2,
  leadTimeMedianSeconds: 19 * HOUR + 42 * MINUTE,
  failed: true,
  recoveredAt: '2026-01-29T09:47:20Z',
  sources: ['gitops'],
  ownerRef: 'group:default/platform-team',
  flags: [],
  demo: true,
  shipped: [
    change({
      number: 1693,
      sha: 'ad66e841f0c6c1d4a94d1d9f42b3e8f6a1c0de11',
      title: 'Link to the emergency contacts',
      firstCommitAt: '2026-01-28T01:05:10Z',
      mergedAt: '2026-01-28T09:54:00Z',
      coding: 8 * HOUR + 48 * MINUTE,
      integration: 22 * HOUR + 57 * MINUTE,
      leadTimeSeconds: 32 * HOUR,
    }),
    change({
      number: 1694,
      sha: 'e68ea3cae62995f2cf1c4e8d1f0b29a3b7d45c01',
      title: 'Bump rails',
      firstCommitAt: '2026-01-29T01:42:00Z',
      mergedAt: '2026-01-29T08:44:00Z',
      coding: 7 * HOUR + 2 * MINUTE,
      integration: 7 * MINUTE,
      leadTimeSeconds: 7 * HOUR + 24 * MINUTE,
    }),
  ],
  failureLink: {
    method: 'rollback',
    confidence: 'high',
    cause: {
      deployment: {
        id: 'support-rollback',
        version: 'v520',
        finishedAt: '2026-01-29T09:47:20Z',
      },
    },
    reason: 'Rollback: v520 first ran here on 28 Jan, before v522 on 29 Jan.',
  },
  overrule: null,
  previous: { id: 'support-v520', version: 'v520', kind: 'normal' },
  next: { id: 'support-rollback', version: 'v520', kind: 'rollback' },
  evidence: [
    {
      source: 'gitops',
      type: 'deployment',
      event:
        'commit 2300335, production/support/values.yaml, image.tag v520 → v522',
      at: '2026-01-29T09:06:05Z',
    },
  ],
  counted: {
    deploymentFrequency: true,
    changeLeadTime: true,
    changeFailRate: true,
    failedDeploymentRecoveryTime: true,
    deploymentReworkRate:
      'Planned. The rollback to v520 counts as rework instead.',
  },
  explanations: {
    deploymentFrequency: 'Successful production deployment of another version.',
    changeLeadTime: 'Both are in v522 and not in v520, which ran before.',
    changeFailRate:
      'Undone by the rollback to v520, 41 min later. It is the only deployment that the rollback undoes.',
    failedDeploymentRecoveryTime:
      'From the end of this deployment to the end of the rollback to v520: 41 min. No incident names it.',
    deploymentReworkRate:
      'Planned. The rollback to v520 counts as rework instead.',
  },
  compareUrl: 'https://github.com/alphagov/support/compare/v520...v522',
};

/** The same after a person said that it did not fail. */
export const support522Overruled: DeploymentDetail = {
  ...support522,
  failed: false,
  recoveredAt: undefined,
  failureLink: null,
  overrule: {
    by: 'user:default/platform-lead',
    at: '2026-11-23T15:00:00Z',
    failed: false,
    reason: 'The rollback was a drill.',
  },
  counted: {
    ...support522.counted,
    failedDeploymentRecoveryTime: 'It did not fail.',
  },
  explanations: {
    ...support522.explanations,
    changeFailRate: 'A person said that it did not fail.',
    failedDeploymentRecoveryTime: 'It did not fail.',
  },
};

function change(values: {
  number: number;
  sha: string;
  title: string;
  firstCommitAt: string;
  mergedAt: string;
  coding: number;
  integration: number;
  leadTimeSeconds: number;
}): ShippedChange {
  const { number, sha, title, firstCommitAt, mergedAt, ...times } = values;
  return {
    number,
    sha,
    title,
    repository: 'github.com/alphagov/support',
    url: `https://github.com/alphagov/support/pull/${number}`,
    firstCommitAt,
    openedAt: null,
    firstReviewAt: null,
    mergedAt,
    flags: [],
    stages: {
      coding: times.coding,
      pickup: null,
      review: null,
      integration: times.integration,
      promotion: 9 * MINUTE,
      rollout: 6 * MINUTE,
    },
    leadTimeSeconds: times.leadTimeSeconds,
  };
}
