import type { EscapeHatchApi } from '@golden-path/backstage-plugin-escape-hatch-common';
import { fixtureApi } from '../src/__fixtures__/fixtureApi';
import {
  changesRequested,
  stalled,
  toApprove,
  toReview,
} from '../src/__fixtures__/inbox';
import {
  cudaDriver,
  probes,
  readOnlyRoot,
  resourceLimits,
} from '../src/__fixtures__/requests';

const requests = [resourceLimits, cudaDriver, readOnlyRoot, probes];

/** A backend whose answers depend on what is asked, as far as pages look different by it. */
export function galleryApi(): EscapeHatchApi {
  return fixtureApi({
    listInbox: async () => ({
      items: [...toApprove, toReview, stalled, changesRequested],
      memberOf: ['group:default/platform-team'],
      adminOf: 'group:default/platform-team',
    }),
    listRequests: async ({ entityRef, phase } = {}) => ({
      items: requests.filter(
        request =>
          (!entityRef || request.entityRef === entityRef) &&
          (!phase || phase.includes(request.phase)),
      ),
    }),
    getRequest: async id =>
      [...requests, ...toApprove].find(request => request.id === id) ??
      cudaDriver,
    openInsightIssue: async () => ({
      url: 'https://github.com/acme/platform/issues/12',
    }),
  });
}
