import type { SyntaxNode } from '@lezer/common';
import type { SliceOperator } from '../definition/Indicator';
import { childNodes } from './childNodes';
import { descendants } from './descendants';
import { isTileWidth } from './isTileWidth';
import { parseNumber } from './parseNumber';
import { PromqlError } from './PromqlError';
import type { PromqlQuery } from './PromqlQuery';
import { readRanges } from './readRanges';
import { unwrapParentheses } from './unwrapParentheses';

/**
 * A value that is compared with a bound.
 */
export interface InferredSlices {
  form: 'slices';
  query: string;
  selector: string;
  rangeSeconds?: number;
  /** How such a value is usually compared: shares have to be high enough, anything else low enough. */
  usualOperator: SliceOperator;
  warnings: string[];
}

const COMPARISONS = ['Eql', 'Gte', 'Gtr', 'Lte', 'Lss', 'Neq'];

/**
 * Reads any query as a value per slice of time.
 *
 * @throws PromqlError where it selects no series.
 */
export function inferSlices(query: PromqlQuery): InferredSlices {
  const [selector] = descendants(query.expression, 'VectorSelector');
  if (!selector) {
    throw new PromqlError(
      query.text,
      0,
      `expected a query that selects a series, got ${query.text.trim()}`,
    );
  }
  const rangeSeconds = onlyRange(query);
  return {
    form: 'slices',
    query: query.text.trim(),
    selector: query.textOf(selector),
    ...(rangeSeconds && { rangeSeconds }),
    usualOperator: isShare(query, query.expression) ? 'gte' : 'lte',
    warnings: comparisonWarnings(query),
  };
}

function onlyRange(query: PromqlQuery): number | undefined {
  const { expression } = query;
  const seconds = new Set(readRanges(query, expression).map(r => r.seconds));
  const [only, ...others] = seconds;
  const subqueries = descendants(expression, 'SubqueryExpr');
  return others.length === 0 && subqueries.length === 0 && isTileWidth(only)
    ? only
    : undefined;
}

/** Shares are `a / b`, `1 - …`, and either of them in per cent. */
function isShare(query: PromqlQuery, node: SyntaxNode): boolean {
  const expression = unwrapParentheses(node);
  const [left] = childNodes(expression);
  const right = expression.lastChild;
  if (expression.name !== 'BinaryExpr' || !right) {
    return false;
  }
  if (expression.getChild('Sub')) {
    return parseNumber(query, left) === 1;
  }
  if (expression.getChild('Mul')) {
    return (
      (isNumber(query, left) && isShare(query, right)) ||
      (isNumber(query, right) && isShare(query, left))
    );
  }
  return expression.getChild('Div') !== null && !isNumber(query, right);
}

function isNumber(query: PromqlQuery, node: SyntaxNode): boolean {
  return !Number.isNaN(parseNumber(query, node));
}

function comparisonWarnings(query: PromqlQuery): string[] {
  const expression = unwrapParentheses(query.expression);
  const compares = COMPARISONS.some(name => expression.getChild(name));
  return compares && !expression.getChild('BoolModifier')
    ? [
        'The query compares without "bool": where the comparison is false it gives no value, and the slice is a gap. Leave the comparison to op and value.',
      ]
    : [];
}
