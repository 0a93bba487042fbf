import type { SyntaxNode } from '@lezer/common';
import { parseNumber } from './parseNumber';
import { PromqlError } from './PromqlError';
import type { PromqlQuery } from './PromqlQuery';
import { readFunctionCall, type FunctionCall } from './readFunctionCall';
import { readHistogram, type Histogram } from './readHistogram';
import { unwrapParentheses } from './unwrapParentheses';

/**
 * A quantile of a histogram: "φ of the requests take at most …".
 */
export interface InferredLatency {
  form: 'latency';
  /** The quantile φ: that fraction of requests has to be fast enough. */
  objective: number;
  histogram: Histogram;
}

/**
 * The arguments of a query that is `histogram_quantile(φ, …)` as a whole.
 */
export function quantileCall(query: PromqlQuery): FunctionCall | undefined {
  const call = readFunctionCall(query, unwrapParentheses(query.expression));
  return call?.name === 'histogram_quantile' ? call : undefined;
}

/**
 * Reads a query as a quantile of one histogram; undefined where it is something else.
 *
 * @throws PromqlError where the quantile is no number between 0 and 1.
 */
export function inferLatency(query: PromqlQuery): InferredLatency | undefined {
  const call = quantileCall(query);
  if (!call) {
    return undefined;
  }
  if (call.args.length !== 2) {
    throw new PromqlError(
      query.text,
      call.identifier.from,
      `expected histogram_quantile() with 2 arguments, got ${call.args.length}`,
    );
  }
  const [quantile, expression] = call.args;
  const objective = readQuantile(query, quantile);
  const histogram = readHistogram(query, expression);
  return histogram && { form: 'latency', objective, histogram };
}

function readQuantile(query: PromqlQuery, node: SyntaxNode): number {
  const quantile = parseNumber(query, node);
  if (quantile > 0 && quantile < 1) {
    return quantile;
  }
  throw new PromqlError(
    query.text,
    node.from,
    `expected a quantile between 0 and 1 in histogram_quantile(), got ${query.textOf(
      node,
    )}`,
  );
}
