import type {
  DoraApi,
  DoraMetrics,
  ShippedChange,
} from '@golden-path/backstage-plugin-dora-common';
import { deployments, reviews, services, sources } from './lists';

const unused = () => Promise.reject(new Error('Not part of this fixture'));

/** A backend whose metrics are `metrics`; methods can be replaced. */
export function fixtureApi(
  metrics: DoraMetrics,
  overrides: Partial<DoraApi> = {},
): DoraApi {
  return {
    getMetrics: async ({ scope = 'all', granularity = 'day' } = {}) => ({
      ...metrics,
      scope,
      granularity,
    }),
    listDeployments: async ({ limit = 50, outcome } = {}) => ({
      items: deployments
        .filter(({ failed }) => outcome !== 'failed' || failed)
        .slice(0, limit),
    }),
    getDeployment: unused,
    listChanges: async () => ({ items: [4, 22, 27].map(change) }),
    listIncidents: async () => ({ items: [] }),
    listServices: async ({ scope } = {}) => ({
      items: scope?.startsWith('component:')
        ? services.filter(({ entityRef }) => entityRef === scope)
        : services,
    }),
    listSources: async () => ({ items: sources }),
    getDataQuality: async () => ({ findings: metrics.dataQuality.findings }),
    listExcluded: async () => ({ items: [] }),
    exportCsv: async () => 'from,deployments\r\n',
    getScore: unused,
    listSnapshots: async () => ({ items: [] }),
    listReviews: async () => ({ items: reviews, ready: [] }),
    getReview: unused,
    exportReviewCsv: unused,
    createReview: unused,
    updateReview: unused,
    overruleFailure: unused,
    pushEvents: unused,
    ...overrides,
  };
}

/** A change that took so many hours, all of them coding. */
function change(
  hours: number,
): ShippedChange & { deploymentId: string; entityRef: string } {
  const leadTimeSeconds = hours * 3600;
  return {
    deploymentId: 'publishing-api-v1421',
    entityRef: 'component:default/publishing-api',
    sha: `${hours}`.padStart(40, '0'),
    repository: 'https://github.com/acme/publishing-api',
    title: null,
    firstCommitAt: '2026-11-18T09:00:00Z',
    openedAt: null,
    firstReviewAt: null,
    mergedAt: '2026-11-19T09:00:00Z',
    flags: [],
    stages: {
      coding: leadTimeSeconds,
      pickup: null,
      review: null,
      integration: 0,
      promotion: 0,
      rollout: 0,
    },
    leadTimeSeconds,
  };
}
