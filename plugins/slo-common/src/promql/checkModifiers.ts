import type { SyntaxNode } from '@lezer/common';
import { childNodes } from './childNodes';
import { descendants } from './descendants';
import { PromqlError } from './PromqlError';
import type { PromqlQuery } from './PromqlQuery';

const MODIFIERS = ['OffsetExpr', 'StepInvariantExpr'];

const MODIFIABLE = [
  ...MODIFIERS,
  'AnchoredExpr',
  'MatrixSelector',
  'SmoothedExpr',
  'SubqueryExpr',
  'VectorSelector',
];

/**
 * `offset` and `@` belong to a selector or subquery; the grammar also takes them after any expression, which
 * Prometheus refuses.
 */
export function checkModifiers(query: PromqlQuery): void {
  for (const modified of descendants(query.expression, ...MODIFIERS)) {
    const [expression, modifier] = childNodes(modified);
    const subject = lastOperand(expression);
    if (!MODIFIABLE.includes(subject.name)) {
      throw new PromqlError(
        query.text,
        modifier.from,
        `expected ${query.textOf(
          modifier,
        )} after a selector or subquery, got it after ${query.textOf(subject)}`,
      );
    }
  }
}

/** The grammar gives the modifier less precedence than operators have; in Prometheus it binds tightest. */
function lastOperand(node: SyntaxNode): SyntaxNode {
  let last = node;
  while (
    (last.name === 'BinaryExpr' || last.name === 'UnaryExpr') &&
    last.lastChild
  ) {
    last = last.lastChild;
  }
  return last;
}
