import type { SyntaxNode } from '@lezer/common';
import { descendants } from './descendants';
import type { PromqlQuery } from './PromqlQuery';
import { readFunctionCall, type FunctionCall } from './readFunctionCall';

const RATE_FUNCTIONS = ['rate', 'irate', 'increase'];

/**
 * The calls of `rate`, `irate` and `increase` in and below a node.
 */
export function readRates(
  query: PromqlQuery,
  node: SyntaxNode,
): FunctionCall[] {
  return descendants(node, 'FunctionCall').flatMap(call => {
    const read = readFunctionCall(query, call);
    return read && RATE_FUNCTIONS.includes(read.name) ? [read] : [];
  });
}
