import { parsePromql } from '../../promql/parsePromql';
import { PromqlError } from '../../promql/PromqlError';
import type { PromqlQuery } from '../../promql/PromqlQuery';
import { unwrapParentheses } from '../../promql/unwrapParentheses';
import type { Operand } from '../../promql/toPerSecondRates';
import type { DocumentNode } from '../DocumentNode';

/**
 * A query and the field that holds it.
 */
export interface QueryField {
  node: DocumentNode;
  query: PromqlQuery;
}

/**
 * Reads a field with a PromQL expression; undefined, with a problem at its place, where it has none.
 */
export function readQuery(node: DocumentNode): QueryField | undefined {
  const text = node.text('a PromQL expression');
  if (text === undefined) {
    return undefined;
  }
  try {
    return { node, query: parsePromql(text) };
  } catch (error) {
    if (error instanceof PromqlError) {
      return reportPromqlError(node, error);
    }
    throw error;
  }
}

/**
 * Reports an error at its place in the document, and names its place in the query.
 */
export function reportPromqlError(
  node: DocumentNode,
  { message, query, offset }: PromqlError,
): undefined {
  const before = query.slice(0, offset).split('\n');
  const column = before[before.length - 1].length + 1;
  return node.error(
    `${message} at line ${before.length}, column ${column} of the query`,
    offset,
  );
}

/**
 * The whole expression of a field.
 */
export function wholeOperand({ query }: QueryField): Operand {
  return { query, node: unwrapParentheses(query.expression) };
}
