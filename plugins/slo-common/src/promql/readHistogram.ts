import type { SyntaxNode } from '@lezer/common';
import { childNodes } from './childNodes';
import { descendants } from './descendants';
import type { PromqlQuery } from './PromqlQuery';
import { readFunctionCall } from './readFunctionCall';
import { readRates } from './readRates';
import { readSelector, type Selector } from './readSelector';
import { unwrapParentheses } from './unwrapParentheses';

/**
 * The rate of a histogram's series, as found in `histogram_quantile(φ, …)`.
 */
export interface Histogram {
  query: PromqlQuery;
  /** The call of `rate`. */
  rate: SyntaxNode;
  /** The selector inside the rate, in the text and read; without a matcher for `le`. */
  selectorNode: SyntaxNode;
  selector: Selector;
  warnings: string[];
}

/** Aggregations that leave the proportions between buckets as they are. */
const PROPORTIONAL = ['sum', 'avg'];

/**
 * Reads `rate(selector[range])`, with or without sums around it; undefined where it is something else.
 */
export function readHistogram(
  query: PromqlQuery,
  expression: SyntaxNode,
): Histogram | undefined {
  const warnings: string[] = [];
  let node = unwrapParentheses(expression);
  while (node.name === 'AggregateExpr') {
    const call = readFunctionCall(query, node);
    if (!call || !PROPORTIONAL.includes(call.name.toLocaleLowerCase('en-US'))) {
      return undefined;
    }
    warnings.push(...groupingWarnings(query, node));
    node = unwrapParentheses(call.args[0]);
  }
  const selectors = descendants(node, 'VectorSelector');
  const isRate = readRates(query, node).some(
    ({ identifier }) => identifier.from === node.from,
  );
  if (!isRate || selectors.length !== 1 || hasSubquery(node)) {
    return undefined;
  }
  const [selectorNode] = selectors;
  const selector = readSelector(query, selectorNode);
  if (!selector) {
    return undefined;
  }
  const matchers = selector.matchers.filter(({ label }) => label !== 'le');
  if (matchers.length < selector.matchers.length) {
    warnings.push(
      'The matcher for le is left out: good names the bucket of the target, total has none.',
    );
  }
  return {
    query,
    rate: node,
    selectorNode,
    selector: { ...selector, matchers },
    warnings,
  };
}

function hasSubquery(node: SyntaxNode): boolean {
  return descendants(node, 'SubqueryExpr').length > 0;
}

function groupingWarnings(query: PromqlQuery, node: SyntaxNode): string[] {
  const modifier = node.getChild('AggregateModifier');
  const list = modifier?.getChild('GroupingLabels');
  const labels = list ? childNodes(list).map(label => query.textOf(label)) : [];
  const plain = !modifier?.getChild('Without') && labels.every(isLe);
  return plain || !modifier
    ? []
    : [
        `"${query.textOf(
          modifier,
        )}" is left out: requests of all labels are counted together.`,
      ];
}

function isLe(label: string): boolean {
  return label === 'le' || label === '"le"';
}
