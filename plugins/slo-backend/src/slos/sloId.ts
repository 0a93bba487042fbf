import { createHash } from 'node:crypto';

/**
 * The identity of an SLO: opaque, URL-safe, and the same for as long as the entity has an SLO of that name,
 * whatever its definition becomes.
 */
export function sloId(entityRef: string, name: string): string {
  return createHash('sha256')
    .update(JSON.stringify([entityRef, name]))
    .digest('base64url')
    .slice(0, 22);
}
