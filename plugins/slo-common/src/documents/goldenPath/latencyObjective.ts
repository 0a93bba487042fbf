import type { InferredLatency } from '../../promql/inferLatency';
import { latencyQueries } from '../../promql/latencyQueries';
import { parseDuration } from '../../promql/parseDuration';
import { toPerSecondRates } from '../../promql/toPerSecondRates';
import { toTotal } from '../../promql/toTotal';
import type { DocumentNode } from '../DocumentNode';
import type { Objective } from './readObjective';
import { wholeOperand, type QueryField } from './readQuery';
import type { Sli } from './readSli';
import { warnOfUnused } from './warnOfUnused';

interface LatencyObjectiveOptions {
  sli: Sli;
  inferred: InferredLatency;
  /** The threshold in seconds; the objective is the quantile. */
  target: DocumentNode;
}

/**
 * Requests that are fast enough over all requests. Queries that are written out go before inferred ones.
 */
export function latencyObjective({
  sli,
  inferred,
  target,
}: LatencyObjectiveOptions): Objective | undefined {
  const { metric, good, bad, total } = sli;
  if (bad) {
    return bad.node.error(
      'expected good beside a metric that is a quantile, got bad',
    );
  }
  const thresholdSeconds = readThreshold(target);
  if (thresholdSeconds === undefined) {
    return undefined;
  }
  const { objective, histogram } = inferred;
  const { buckets, ...queries } = latencyQueries(histogram, thresholdSeconds);
  const written = [good, total].flatMap(field => field ?? []);
  const operands = written.map(wholeOperand);
  const inferredRate = { query: histogram.query, node: histogram.rate };
  const rates = toPerSecondRates(
    written.length === 2 ? operands : [...operands, inferredRate],
  );
  const textOf = (field: QueryField | undefined) => {
    const index = field ? written.indexOf(field) : -1;
    return index < 0 ? undefined : toTotal(operands[index], rates.texts[index]);
  };
  const warnings = [...new Set([...queries.warnings, ...rates.warnings])];
  warnOfUnused(sli);
  warnings.forEach(warning => metric?.node.warn(warning));
  return {
    objective,
    method: 'occurrences',
    indicator: {
      form: 'latency',
      good: textOf(good) ?? queries.good,
      total: textOf(total) ?? queries.total,
      thresholdSeconds,
      ...(buckets && !good && { buckets }),
      inferred: written.length === 0,
      warnings,
      ...(rates.rangeSeconds && { rangeSeconds: rates.rangeSeconds }),
    },
  };
}

function readThreshold(target: DocumentNode): number | undefined {
  const { value } = target;
  if (typeof value === 'number' && value > 0 && value < Infinity) {
    return value;
  }
  const seconds =
    typeof value === 'string' ? parseDuration(value.trim()) : undefined;
  return target.expected(
    'a threshold in seconds greater than 0',
    seconds ? `; did you mean ${seconds}?` : '',
  );
}
