import type { SyntaxNode } from '@lezer/common';

/**
 * All nodes with one of the names in and below a node, in the order of the text.
 */
export function descendants(
  root: SyntaxNode,
  ...names: string[]
): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  root.cursor().iterate(node => {
    if (names.includes(node.name)) {
      found.push(node.node);
    }
  });
  return found;
}
