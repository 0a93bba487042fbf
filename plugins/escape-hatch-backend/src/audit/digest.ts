import { canonicalJson } from './canonicalJson';
import { sha256 } from './sha256';

/** SHA-256 over a JSON value in its canonical form, as 64 hex digits. */
export function digest(value: unknown): string {
  return sha256(canonicalJson(value));
}
