/**
 * A version as people name it: one that is a full commit SHA by its first seven digits.
 *
 * @public
 */
export function shortVersion(version: string): string {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(version)
    ? version.slice(0, 7)
    : version;
}
