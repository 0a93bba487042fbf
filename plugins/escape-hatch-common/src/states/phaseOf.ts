import type { RequestPhase, RequestStatus } from './RequestStatus';

/**
 * What a request is at an instant. Derived, never stored, so that a stopped scheduler cannot prolong an exception.
 * The time that it opens the gate is half-open: `[activeFrom, expiresAt)`.
 *
 * @param request - times in ms since the epoch; `activeFrom` is the later of approval and asked start
 * @param now - ms since the epoch
 *
 * @public
 */
export function phaseOf(
  request: {
    status: RequestStatus;
    activeFrom: number | null;
    expiresAt: number;
  },
  now: number,
): RequestPhase {
  if (request.status !== 'approved') {
    return request.status;
  }
  if (now >= request.expiresAt) {
    return 'expired';
  }
  return request.activeFrom !== null && now >= request.activeFrom
    ? 'active'
    : 'scheduled';
}
