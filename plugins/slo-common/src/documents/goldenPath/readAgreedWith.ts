import type { DocumentNode } from '../DocumentNode';

/**
 * Reads who agreed to an objective: one name or a list of them.
 */
export function readAgreedWith(node: DocumentNode): string[] | undefined {
  if (!node.present) {
    return undefined;
  }
  const what = 'a name or a list of names';
  const names = node.isList ? node.items(what) ?? [] : [node];
  return names.flatMap(name => name.text(what) ?? []);
}
