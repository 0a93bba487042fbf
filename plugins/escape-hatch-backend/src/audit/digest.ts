import { createHash } from 'node:crypto';
import { canonicalJson } from './canonicalJson';

/** SHA-256 over a JSON value in its canonical form, as 64 hex digits. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
