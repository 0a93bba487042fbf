/** What GitHub asks for at least where it does not say how long a secondary limit holds. */
const SECONDARY_SECONDS = 60;

/**
 * How long an answer asks to wait, in milliseconds; undefined where it is not about a limit. GitHub says 403 or 429 for
 * both its limits: with `retry-after`, or with the instant at which the hour is over, or, for a secondary limit, with
 * words only.
 */
export function rateLimitWait(options: {
  status: number;
  headers: Record<string, string | number | undefined>;
  message: string;
  /** Milliseconds since the epoch. */
  now: number;
}): number | undefined {
  const { status, headers, message, now } = options;
  if (status !== 403 && status !== 429) {
    return undefined;
  }
  const retryAfter = Number(headers['retry-after']);
  if (retryAfter > 0) {
    return retryAfter * 1_000;
  }
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(headers['x-ratelimit-reset']) * 1_000;
    // A second more, for clocks differ.
    return (
      Math.max(0, (reset || now + SECONDARY_SECONDS * 1_000) - now) + 1_000
    );
  }
  return status === 429 || /secondary rate limit|abuse/i.test(message)
    ? SECONDARY_SECONDS * 1_000
    : undefined;
}
