import type { SyntaxNode } from '@lezer/common';
import { descendants } from './descendants';
import { parseNumber } from './parseNumber';
import { PromqlError } from './PromqlError';
import type { PromqlQuery } from './PromqlQuery';
import { readFunctionCall } from './readFunctionCall';

const RANGE_FUNCTIONS = new Set([
  'changes',
  'delta',
  'deriv',
  'double_exponential_smoothing',
  'idelta',
  'increase',
  'irate',
  'predict_linear',
  'rate',
  'resets',
]);

/** What may stand between a range and the function that takes it. */
const TRANSPARENT = [
  'ParenExpr',
  'OffsetExpr',
  'StepInvariantExpr',
  'AnchoredExpr',
  'SmoothedExpr',
  'FunctionCallBody',
];

/**
 * The grammar does not tell instant vectors from range vectors, Prometheus does: `rate(x)` and `sum(x[5m])`
 * parse and can never be evaluated.
 */
export function checkRanges(query: PromqlQuery): void {
  const { expression } = query;
  if (expression.name === 'StringLiteral') {
    throw new PromqlError(
      query.text,
      expression.from,
      'expected a PromQL expression, got a string',
    );
  }
  const ranges = descendants(expression, 'MatrixSelector', 'SubqueryExpr');
  const takers = new Set<number>();
  for (const range of ranges) {
    takers.add(checkRange(query, range).from);
  }
  for (const call of descendants(expression, 'FunctionCall')) {
    const name = readFunctionCall(query, call)?.name ?? '';
    if (takesRange(name) && !takers.has(call.from)) {
      throw new PromqlError(
        query.text,
        call.from,
        `expected a range such as [5m] in ${name}(), got ${query.textOf(call)}`,
      );
    }
  }
}

function checkRange(query: PromqlQuery, range: SyntaxNode): SyntaxNode {
  const text = query.textOf(range);
  const length = range.getChild('NumberDurationLiteralInDurationContext');
  if (length && !(parseNumber(query, length) > 0)) {
    throw new PromqlError(
      query.text,
      length.from,
      `expected a range greater than 0, got [${query.textOf(length)}]`,
    );
  }
  const subject = range.firstChild;
  if (
    range.name === 'MatrixSelector' &&
    subject &&
    subject.name !== 'VectorSelector'
  ) {
    throw new PromqlError(
      query.text,
      range.from,
      `expected a range on a selector, or a subquery such as [30m:1m], got ${text}`,
    );
  }
  let taker = range.parent;
  while (taker && TRANSPARENT.includes(taker.name)) {
    taker = taker.parent;
  }
  const name = taker && readFunctionCall(query, taker)?.name;
  if (!taker || taker.name !== 'FunctionCall' || !takesRange(name ?? '')) {
    throw new PromqlError(
      query.text,
      range.from,
      `expected a function such as rate() around the range ${text}`,
    );
  }
  return taker;
}

function takesRange(functionName: string): boolean {
  return (
    RANGE_FUNCTIONS.has(functionName) || functionName.endsWith('_over_time')
  );
}
