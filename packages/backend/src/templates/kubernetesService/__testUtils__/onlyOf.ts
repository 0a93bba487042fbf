import type { Manifest } from './Chart';

/** The only object of a kind. */
export function onlyOf(manifests: Manifest[], kind: string): Manifest {
  const found = manifests.filter(manifest => manifest.kind === kind);
  if (found.length !== 1) {
    throw new Error(`Expected one ${kind}, got ${found.length}`);
  }
  return found[0];
}
