import type {
  EscapeHatchRequest,
  Page,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { APIRequestContext, expect } from '@playwright/test';
import { callBackend } from './callBackend';

/** Time for the catalog to come round, and for users of the demo to decide. */
const HATCHES_MS = 120_000;

/** Waits until the last of the demo's requests has gone its way, and gives them all. */
export async function waitForDemoHatches(
  request: APIRequestContext,
): Promise<EscapeHatchRequest[]> {
  let requests: EscapeHatchRequest[] = [];
  await expect
    .poll(
      async () => {
        try {
          ({ items: requests } = await callBackend<Page<EscapeHatchRequest>>(
            request,
            '/api/escape-hatch/v1/requests?limit=500',
          ));
        } catch {
          // The backend is not up yet
        }
        return requests.some(
          // Created, submitted, changes requested
          ({ rules, version }) =>
            rules.includes('terraform-only') && version >= 3,
        );
      },
      { timeout: HATCHES_MS, intervals: [1_000] },
    )
    .toBe(true);
  return requests;
}
