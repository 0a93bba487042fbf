import { APIRequestContext, expect } from '@playwright/test';
import { readBudget } from './readBudget';

/** The portal is of use before a fresh demo has all of its 35 days. */
export async function waitForDemoHistory(request: APIRequestContext) {
  await expect
    .poll(
      async () => {
        const { slos } = await readBudget(request, 'api-service');
        return slos.map(({ name, data }) => `${name} ${data.state}`).sort();
      },
      { timeout: 120_000, intervals: [1_000] },
    )
    .toEqual(['availability ok', 'latency ok']);
}
