import type { SyntaxNode } from '@lezer/common';
import type { PromqlQuery } from './PromqlQuery';
import { readFunctionCall } from './readFunctionCall';
import { unwrapParentheses } from './unwrapParentheses';

/** Aggregations that give several series even without `by`. */
const MANY = ['topk', 'bottomk', 'limitk', 'limit_ratio', 'count_values'];

/**
 * Whether an expression gives at most one series, so that its value is a total.
 */
export function isSingleSeries(query: PromqlQuery, node: SyntaxNode): boolean {
  const inner = unwrapParentheses(node);
  switch (inner.name) {
    case 'NumberDurationLiteral':
    case 'StringLiteral':
      return true;
    case 'BinaryExpr':
      return [inner.firstChild, inner.lastChild].every(
        operand => operand && isSingleSeries(query, operand),
      );
    case 'AggregateExpr':
      return (
        !inner.getChild('AggregateModifier') &&
        !MANY.includes(readFunctionCall(query, inner)?.name ?? '')
      );
    case 'FunctionCall': {
      const call = readFunctionCall(query, inner);
      return (
        call?.name === 'scalar' ||
        call?.args.every(arg => isSingleSeries(query, arg)) === true
      );
    }
    default:
      return false;
  }
}
