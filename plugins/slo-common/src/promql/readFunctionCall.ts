import type { SyntaxNode } from '@lezer/common';
import { childNodes } from './childNodes';
import type { PromqlQuery } from './PromqlQuery';

/**
 * A function or aggregation with its arguments.
 */
export interface FunctionCall {
  name: string;
  identifier: SyntaxNode;
  args: SyntaxNode[];
}

/**
 * Reads a `FunctionCall` or `AggregateExpr` node; anything else is undefined.
 */
export function readFunctionCall(
  query: PromqlQuery,
  node: SyntaxNode,
): FunctionCall | undefined {
  const identifier =
    node.getChild('FunctionIdentifier') ?? node.getChild('AggregateOp');
  const body = node.getChild('FunctionCallBody');
  if (!identifier || !body) {
    return undefined;
  }
  const name = query.textOf(identifier);
  return { name, identifier, args: childNodes(body) };
}
