import { leaseEnd } from '../exports/leaseEnd';

/**
 * Until when an agent that cannot reach the portal may honour a revoked escape hatch, ms: to the end of the newest
 * lease that it may have been given, but not beyond the end that its bundle names. Undefined for one that no export
 * has ever had.
 */
export function honouredUntil(options: {
  /** ms */
  activeFrom: number | null;
  /** ms */
  expiresAt: number;
  /** ms */
  revokedAt: number;
  /** ms */
  lease: number;
}): number | undefined {
  const { activeFrom, expiresAt, revokedAt, lease } = options;
  if (activeFrom === null || activeFrom >= revokedAt) {
    return undefined;
  }
  return Math.min(leaseEnd(revokedAt, lease), expiresAt);
}
