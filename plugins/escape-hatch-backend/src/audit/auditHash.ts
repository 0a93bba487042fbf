import type { AuditEntry } from '@golden-path/backstage-plugin-escape-hatch-common';
import { digest } from './digest';

/**
 * The hash of a row: SHA-256 over all that the API says of it but the hash, in canonical JSON. It holds the hash of the
 * row before, so whoever has the trail as the API gives it can check the whole chain.
 */
export function auditHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, requestId, action, actor, from, to, version } = entry;
  const { details, prevHash } = entry;
  return digest({
    seq,
    at,
    requestId,
    action,
    actor,
    from,
    to,
    version,
    details,
    prevHash,
  });
}
