import type { SyntaxNode } from '@lezer/common';
import { childNodes } from './childNodes';
import type { PromqlQuery } from './PromqlQuery';

/**
 * A vector selector of one metric.
 */
export interface Selector {
  metric: string;
  /** As written, without the metric's name. */
  matchers: { label: string; text: string }[];
}

const LEGACY_NAME = /^[a-zA-Z_:][\w:]*$/;

/**
 * Reads a vector selector; undefined where it names no single metric.
 */
export function readSelector(
  query: PromqlQuery,
  node: SyntaxNode,
): Selector | undefined {
  const identifier = node.getChild('Identifier');
  let metric = identifier ? query.textOf(identifier) : undefined;
  const matchers: Selector['matchers'] = [];
  const list = node.getChild('LabelMatchers');
  for (const matcher of list ? childNodes(list) : []) {
    const text = query.textOf(matcher);
    const label = labelOf(query, matcher);
    if (matcher.name === 'QuotedLabelName') {
      metric = unquote(text);
    } else if (label === '__name__' && matcher.getChild('MatchOp')) {
      metric = nameOf(query, matcher);
    } else {
      matchers.push({ label, text });
    }
  }
  return metric === undefined ? undefined : { metric, matchers };
}

/**
 * A selector's text; without matchers it is the bare name.
 */
export function formatSelector({ metric, matchers }: Selector): string {
  const legacy = LEGACY_NAME.test(metric);
  const texts = matchers.map(({ text }) => text);
  const list = legacy ? texts : [JSON.stringify(metric), ...texts];
  const braces = list.length > 0 ? `{${list.join(',')}}` : '';
  return legacy ? metric + braces : braces;
}

function labelOf(query: PromqlQuery, matcher: SyntaxNode): string {
  const [label] = childNodes(matcher);
  return label.name === 'QuotedLabelName'
    ? unquote(query.textOf(label))
    : query.textOf(label);
}

function nameOf(query: PromqlQuery, matcher: SyntaxNode): string | undefined {
  const operator = matcher.getChild('MatchOp');
  const value = matcher.getChild('StringLiteral');
  return operator?.getChild('EqlSingle') && value
    ? unquote(query.textOf(value))
    : undefined;
}

/** Metric and label names need no escapes, so the text between the quotes is the name. */
function unquote(literal: string): string {
  return literal.slice(1, -1);
}
