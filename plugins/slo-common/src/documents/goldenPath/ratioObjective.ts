import type { InferredRatio } from '../../promql/inferRatio';
import { toPerSecondRates } from '../../promql/toPerSecondRates';
import { toTotal } from '../../promql/toTotal';
import type { DocumentNode } from '../DocumentNode';
import { readFraction } from './readFraction';
import type { Objective } from './readObjective';
import { wholeOperand } from './readQuery';
import type { Sli } from './readSli';
import { warnOfUnused } from './warnOfUnused';

interface RatioObjectiveOptions {
  sli: Sli;
  /** From the field `metric`; may be absent where good (or bad) and total are written out. */
  inferred?: InferredRatio;
  target: DocumentNode;
}

/**
 * Good (or bad) over all events. Queries that are written out go before inferred ones.
 */
export function ratioObjective({
  sli,
  inferred,
  target,
}: RatioObjectiveOptions): Objective | undefined {
  const { node, metric, good, bad, total } = sli;
  const written = good ?? bad;
  const numerator = written ? wholeOperand(written) : inferred?.numerator;
  const denominator = total ? wholeOperand(total) : inferred?.denominator;
  if (!numerator || !denominator) {
    return node.expected('good and total, or bad and total');
  }
  const rates = toPerSecondRates([numerator, denominator]);
  const warnings = [...(inferred?.warnings ?? []), ...rates.warnings];
  if (rates.rangeSeconds === undefined) {
    warnings.push(
      'good and total name no range: their values are taken as events per second.',
    );
  }
  const isBad = written ? written === bad : inferred?.counts === 'bad';
  const objective = readFraction(target);
  if (objective === undefined) {
    return undefined;
  }
  if (!isBad && objective < 0.5) {
    warnings.push(
      `Less than half of the events are promised to be good (${objective}); if the query counts failures, name it bad.`,
    );
  }
  warnOfUnused(sli);
  warnings.forEach(warning => (metric ?? written)?.node.warn(warning));
  const [counted, all] = rates.texts;
  return {
    objective,
    method: 'occurrences',
    indicator: {
      form: 'ratio',
      [isBad ? 'bad' : 'good']: toTotal(numerator, counted),
      total: toTotal(denominator, all),
      inferred: !written && !total,
      warnings,
      ...(rates.rangeSeconds && { rangeSeconds: rates.rangeSeconds }),
    },
  };
}
