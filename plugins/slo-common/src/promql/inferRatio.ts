import type { SyntaxNode } from '@lezer/common';
import { childNodes } from './childNodes';
import { descendants } from './descendants';
import { parseNumber } from './parseNumber';
import type { PromqlQuery } from './PromqlQuery';
import { readRates } from './readRates';
import type { Operand } from './toPerSecondRates';
import { unwrapParentheses } from './unwrapParentheses';

/**
 * A ratio of rates, `a / b` or `1 - a / b`.
 */
export interface InferredRatio {
  form: 'ratio';
  /** What the numerator counts. */
  counts: 'good' | 'bad';
  numerator: Operand;
  denominator: Operand;
  warnings: string[];
}

/**
 * Reads a query as good (or bad) over all events; undefined where it is something else.
 */
export function inferRatio(query: PromqlQuery): InferredRatio | undefined {
  const expression = unwrapParentheses(query.expression);
  const complement = complementOf(query, expression);
  const division = complement ?? expression;
  if (!division.getChild('Div') || !division.firstChild) {
    return undefined;
  }
  const operands = [division.firstChild, division.lastChild ?? division].map(
    node => ({ query, node: unwrapParentheses(node) }),
  );
  if (!operands.every(isRate)) {
    return undefined;
  }
  const [numerator, denominator] = operands;
  return {
    form: 'ratio',
    counts: complement ? 'bad' : 'good',
    numerator,
    denominator,
    warnings: matchingWarnings(query, division),
  };
}

function complementOf(
  query: PromqlQuery,
  expression: SyntaxNode,
): SyntaxNode | undefined {
  if (!expression.getChild('Sub')) {
    return undefined;
  }
  const [minuend, ...rest] = childNodes(expression);
  return parseNumber(query, minuend) === 1
    ? unwrapParentheses(rest[rest.length - 1])
    : undefined;
}

function isRate({ query, node }: Operand): boolean {
  return (
    readRates(query, node).length > 0 &&
    descendants(node, 'SubqueryExpr').length === 0
  );
}

function matchingWarnings(query: PromqlQuery, division: SyntaxNode): string[] {
  const matching = division.getChild('MatchingModifierClause');
  return matching
    ? [
        `The modifier "${query.textOf(
          matching,
        )}" is left out: good and total are each added up over all their series.`,
      ]
    : [];
}
