import { createHash } from 'node:crypto';

/** Id of a rollout from its first report: the same wherever and in whatever order it arrives. */
export function rolloutId(source: string, externalId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([source, externalId]))
    .digest('base64url')
    .slice(0, 22);
}
