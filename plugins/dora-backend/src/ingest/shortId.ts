import { createHash } from 'node:crypto';

/** What the log can hold. */
const LONGEST = 500;

/** An identity as the log stores it: itself, or a digest of it where it is too long. */
export function shortId(identity: string): string {
  return identity.length <= LONGEST
    ? identity
    : `sha256:${createHash('sha256').update(identity).digest('hex')}`;
}
