const BUCKET = 6 * 3_600_000;

/**
 * Until when what is exported at `now` may be used without contact: the end of the running six hours of UTC, and the
 * lease. A lease of its own per answer would give each answer another content hash.
 *
 * @param now - ms
 * @param lease - ms
 * @returns ms
 */
export function leaseEnd(now: number, lease: number): number {
  return (Math.floor(now / BUCKET) + 1) * BUCKET + lease;
}
