import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { PromqlError } from './PromqlError';

/** Enough to show the token that does not fit; recovery is slow, so the parser gets no more. */
const LOOK_AHEAD = 64;

const METRICSQL_KEYWORDS = new Set([
  'default',
  'if',
  'ifnot',
  'keep_metric_names',
  'limit',
  'with',
]);

/**
 * Explains why a text is no PromQL.
 *
 * @param parsedTo - how far a strict parse came
 */
export function describeSyntaxError(
  text: string,
  parsedTo: number,
): PromqlError {
  const beginning = text.slice(0, parsedTo + LOOK_AHEAD);
  const place = firstError(beginning);
  const offset = Math.min(place?.from ?? parsedTo, text.length);
  return new PromqlError(text, offset, explain(beginning, offset, place));
}

function explain(
  text: string,
  offset: number,
  place: SyntaxNode | undefined,
): string {
  const before = place?.prevSibling;
  if (before?.name === 'Identifier' && text[offset] === '(') {
    const name = text.slice(before.from, before.to);
    return METRICSQL_KEYWORDS.has(name.toLocaleLowerCase('en-US'))
      ? `expected PromQL, got MetricsQL's "${name}"`
      : `expected a PromQL function, got unknown function "${name}"`;
  }
  const token = firstToken(text.slice(offset));
  if (METRICSQL_KEYWORDS.has(token)) {
    return `expected PromQL, got MetricsQL's "${token}"`;
  }
  if (token.startsWith('$')) {
    return `expected PromQL, got the dashboard variable "${token}"`;
  }
  return token
    ? `expected a PromQL expression, got unexpected "${token}"`
    : 'expected a PromQL expression, got an unexpected end';
}

function firstError(text: string): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  parser.parse(text).iterate({
    enter(node) {
      if (!found && node.type.isError) {
        found = node.node;
      }
      return !found;
    },
  });
  return found;
}

function firstToken(rest: string): string {
  return /^\s*(\$?[\w:]+|\S?)/.exec(rest)?.[1] ?? '';
}
