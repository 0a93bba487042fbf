import type { SyntaxNode } from '@lezer/common';
import { parseDuration } from './parseDuration';
import type { PromqlQuery } from './PromqlQuery';
import { unwrapParentheses } from './unwrapParentheses';

/**
 * The value of a number literal, which may be signed, in parentheses, or a duration. NaN for anything else.
 */
export function parseNumber(query: PromqlQuery, node: SyntaxNode): number {
  const literal = unwrapParentheses(node);
  const text = query.textOf(literal);
  if (literal.name === 'UnaryExpr' && literal.lastChild) {
    const value = parseNumber(query, literal.lastChild);
    return text.startsWith('-') ? -value : value;
  }
  if (!literal.name.startsWith('NumberDurationLiteral')) {
    return NaN;
  }
  if (/^[+-]?inf$/i.test(text)) {
    return text.startsWith('-') ? -Infinity : Infinity;
  }
  return parseDuration(text) ?? Number(text);
}
