import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';
import { canonicalJson } from '../../audit/canonicalJson';

/** Names of the fields in which two contents differ, sorted; those of the target one by one. */
export function changedFields(
  before: RequestContent,
  after: RequestContent,
): string[] {
  const { target: oldTarget, ...old } = before;
  const { target: newTarget, ...young } = after;
  return [
    ...differing(old, young),
    ...differing(oldTarget ?? {}, newTarget ?? {}).map(
      field => `target.${field}`,
    ),
  ].sort();
}

function differing(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const young = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...young.keys()])].filter(
    field => canonicalJson(old.get(field)) !== canonicalJson(young.get(field)),
  );
}
