import { findPodSpec } from './findPodSpec';

/**
 * Whether a parsed manifest is of a kind that {@link checkWorkload} judges.
 *
 * @public
 */
export function isWorkload(manifest: unknown): boolean {
  return findPodSpec(manifest) !== undefined;
}
