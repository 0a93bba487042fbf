import type { SyntaxNode } from '@lezer/common';
import { descendants } from './descendants';
import { parseNumber } from './parseNumber';
import type { PromqlQuery } from './PromqlQuery';

/**
 * A range such as `[5m]`.
 */
export interface NamedRange {
  /** What stands between the brackets. */
  literal: SyntaxNode;
  seconds: number;
}

/**
 * The ranges of all range selectors in and below a node; those of subqueries are not among them.
 */
export function readRanges(query: PromqlQuery, node: SyntaxNode): NamedRange[] {
  return descendants(node, 'MatrixSelector').flatMap(selector => {
    const literal = selector.getChild('NumberDurationLiteralInDurationContext');
    return literal ? [{ literal, seconds: parseNumber(query, literal) }] : [];
  });
}
