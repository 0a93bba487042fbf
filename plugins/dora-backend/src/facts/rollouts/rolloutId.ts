import { hash } from 'node:crypto';

/** Id of a rollout from its first report: the same wherever and in whatever order it arrives. */
export function rolloutId(source: string, externalId: string): string {
  return hash(
    'sha256',
    JSON.stringify([source, externalId]),
    'base64url',
  ).slice(0, 22);
}
