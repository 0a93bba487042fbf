import { isScalar } from 'yaml';

/** The key of a merge: `<<: *base`. */
export const MERGE_KEY = '<<';

/**
 * The name that a mapping's key gives; undefined for keys that are no scalar.
 */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key) || key.value === null) {
    return undefined;
  }
  // The library gives merge keys a symbol as value.
  return typeof key.value === 'symbol' ? MERGE_KEY : String(key.value);
}
