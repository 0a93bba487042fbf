import type { SliceOperator } from '../../definition/Indicator';
import type { InferredSlices } from '../../promql/inferSlices';
import type { DocumentNode } from '../DocumentNode';
import { readFraction } from './readFraction';
import type { Objective } from './readObjective';
import type { Sli } from './readSli';

const WORDING: Record<SliceOperator, string> = {
  lt: 'less than',
  lte: 'at most',
  gt: 'greater than',
  gte: 'at least',
};

interface SlicesObjectiveOptions {
  sli: Sli;
  slices: InferredSlices;
  target: DocumentNode;
  defaultObjective: number;
}

/**
 * Slices of time whose value meets a bound over all slices. With `sli.value` the target is the fraction of slices
 * that is promised; without it, the target is the bound, and the fraction comes from the configuration.
 */
export function slicesObjective(
  options: SlicesObjectiveOptions,
): Objective | undefined {
  const { sli, slices, target, defaultObjective } = options;
  const { usualOperator, warnings: inferredWarnings, ...query } = slices;
  const defaulted = sli.value === undefined;
  const value = sli.value?.value ?? readBound(target);
  const objective = defaulted ? defaultObjective : readFraction(target);
  if (value === undefined || objective === undefined) {
    return undefined;
  }
  const op = sli.op?.value ?? usualOperator;
  const warnings = [...inferredWarnings];
  if (!sli.op) {
    warnings.push(
      `No op is given: a slice is taken as good when the value is ${WORDING[op]} ${value} (${op}).`,
    );
  }
  warnings.forEach(warning => sli.metric?.node.warn(warning));
  if (defaulted) {
    target.warn(
      `The target ${value} is the bound of the value, so no objective is given and ${objective} of the slices is promised; write the bound as sli.value and the promised fraction as target.`,
    );
  }
  return {
    objective,
    ...(defaulted && { objectiveDefaulted: true }),
    method: 'timeslices',
    ...(slices.rangeSeconds && { sliceSeconds: slices.rangeSeconds }),
    indicator: { ...query, op, value, inferred: true, warnings },
  };
}

function readBound(target: DocumentNode): number | undefined {
  const { value } = target;
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : target.expected('the bound of the value, as a number');
}
