import type { Page, Review } from '@golden-path/backstage-plugin-dora-common';
import { APIRequestContext, expect } from '@playwright/test';
import { callBackend } from './callBackend';

/** Time to rebuild the demo's repositories, to read them, and for the catalog to come round. */
const DELIVERY_MS = 300_000;

/** Waits until the demo's review is written, which comes after its deployments, changes and incidents. */
export async function waitForDemoDelivery(request: APIRequestContext) {
  await expect
    .poll(
      async () => {
        try {
          const { items } = await callBackend<Page<Review>>(
            request,
            '/api/dora/v1/reviews?scope=group:default/platform-team',
          );
          return items.some(({ actions }) => actions.length > 0);
        } catch {
          // the group is not in the catalog yet
          return false;
        }
      },
      { timeout: DELIVERY_MS, intervals: [2_000] },
    )
    .toBe(true);
}
