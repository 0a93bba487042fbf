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
  const [expression] = childNodes(parseStrictly(text).topNode);
  const query = new PromqlQuery(text, expression);
  checkRanges(query);
  checkModifiers(query);
  return query;
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
