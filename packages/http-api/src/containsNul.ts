import { findNul } from './findNul';

/**
 * Whether a text in a JSON value has a NUL character: PostgreSQL cannot store it, and no name or text needs it.
 *
 * @public
 */
export function containsNul(value: unknown): boolean {
  return findNul(value) !== undefined;
}
