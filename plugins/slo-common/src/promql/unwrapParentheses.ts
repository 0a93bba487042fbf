import type { SyntaxNode } from '@lezer/common';
import { childNodes } from './childNodes';

/**
 * The expression inside any number of parentheses.
 */
export function unwrapParentheses(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.name === 'ParenExpr') {
    [inner] = childNodes(inner);
  }
  return inner;
}
