/** Names requests by which the portal feeds its own SLOs. */
export const PORTAL_USER_AGENT = 'golden-path-portal';

/** Milliseconds that the portal waits for an answer of itself. */
const TIMEOUT = 30_000;

/** The platform's `fetch` for requests that the portal's own SLO leaves out. */
export const fetchAsPortal: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('user-agent', PORTAL_USER_AGENT);
  return fetch(input, {
    ...init,
    headers,
    signal: AbortSignal.timeout(TIMEOUT),
  });
};
