import type { Tree } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { checkModifiers } from './checkModifiers';
import { checkRanges } from './checkRanges';
import { describeSyntaxError } from './describeSyntaxError';
import { PromqlError } from './PromqlError';
import { PromqlQuery } from './PromqlQuery';
import { childNodes } from './childNodes';

/** Far above any real query; bounds what hostile documents can cost. */
const MAX_LENGTH = 10_000;

/** Parentheses, brackets and braces within each other; the parser is slow where they are many. */
const MAX_DEPTH = 100;

const strictParser = parser.configure({ strict: true });

/**
 * Parses one PromQL expression.
 *
 * @throws PromqlError where the text is not PromQL, or uses a range where none may stand.
 */
export function parsePromql(text: string): PromqlQuery {
  if (text.length > MAX_LENGTH) {
    throw new PromqlError(
      text,
      0,
      `expected a PromQL expression of at most ${MAX_LENGTH} characters, got ${text.length}`,
    );
  }
  checkDepth(text);
  const [expression] = childNodes(parseStrictly(text).topNode);
  const query = new PromqlQuery(text, expression);
  checkRanges(query);
  checkModifiers(query);
  return query;
}

function checkDepth(text: string): void {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[([{)\]}]/g)) {
    depth += '([{'.includes(sign) ? 1 : -1;
    if (depth > MAX_DEPTH) {
      throw new PromqlError(
        text,
        index,
        `expected at most ${MAX_DEPTH} levels of parentheses, got more`,
      );
    }
  }
}

function parseStrictly(text: string): Tree {
  const parse = strictParser.startParse(text);
  try {
    let tree = parse.advance();
    while (!tree) {
      tree = parse.advance();
    }
    return tree;
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw describeSyntaxError(text, parse.parsedPos);
    }
    throw error;
  }
}
