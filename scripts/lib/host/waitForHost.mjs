import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 500;
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Resolves when the portal is of use: the app is served and a demo user can
 * sign in, which takes the catalog's first pass; without demo users, when the
 * backend says that it is ready.
 */
export async function waitForHost(
  { appUrl, backendUrl, demoSignIn },
  { signal } = {},
) {
  const backend = demoSignIn
    ? {
        url: `${backendUrl}/api/auth/demo/refresh`,
        headers: { 'x-demo-user': 'platform-lead' },
      }
    : { url: `${backendUrl}/.backstage/health/v1/readiness` };
  await Promise.all([
    answersOk(backend, signal),
    answersOk({ url: appUrl, headers: { accept: 'text/html' } }, signal),
  ]);
}

async function answersOk({ url, headers }, signal) {
  while (!signal?.aborted) {
    try {
      const response = await fetch(url, {
        headers,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.ok) {
        return;
      }
    } catch {
      // not listening yet
    }
    await sleep(POLL_MS);
  }
}
