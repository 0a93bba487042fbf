import type { EscapeHatchApi } from '@golden-path/backstage-plugin-escape-hatch-common';
import { changesRequested, stalled, toApprove, toReview } from './inbox';
import { insights } from './insights';
import { cudaDriver, probes, readOnlyRoot, resourceLimits } from './requests';

const unused = () => Promise.reject(new Error('Not part of this fixture'));

/** A backend that answers platform-lead; methods can be replaced. */
export function fixtureApi(
  overrides: Partial<EscapeHatchApi> = {},
): EscapeHatchApi {
  return {
    createRequest: unused,
    previewRequest: unused,
    listRequests: async () => ({
      items: [resourceLimits, cudaDriver, readOnlyRoot, probes],
    }),
    exportRequests: async () => 'number,service\r\n',
    getRequest: async () => cudaDriver,
    listVersions: async () => ({ items: [] }),
    editRequest: unused,
    actOnRequest: unused,
    renewRequest: unused,
    reviewRequest: unused,
    listInbox: async () => ({
      items: [toReview, ...toApprove.slice(0, 1), stalled, changesRequested],
      memberOf: ['group:default/platform-team'],
      adminOf: 'group:default/platform-team',
    }),
    listRules: async () => ({ items: [] }),
    getInsights: async () => insights,
    openInsightIssue: unused,
    listAudit: async () => ({ items: [] }),
    verifyAudit: async () => ({ valid: true, rows: 0, head: '' }),
    evaluate: unused,
    ...overrides,
  };
}
