import type { SloDefinition } from '../../definition/SloDefinition';
import { inferIndicator } from '../../promql/inferIndicator';
import { inferSlices } from '../../promql/inferSlices';
import { PromqlError } from '../../promql/PromqlError';
import type { DocumentNode } from '../DocumentNode';
import type { ReadContext } from '../SloFormatReader';
import { latencyObjective } from './latencyObjective';
import { ratioObjective } from './ratioObjective';
import { reportPromqlError } from './readQuery';
import { readSli, type Sli } from './readSli';
import { slicesObjective } from './slicesObjective';

/**
 * The part of a definition that says what is measured and what is promised.
 */
export type Objective = Pick<
  SloDefinition,
  | 'objective'
  | 'objectiveDefaulted'
  | 'method'
  | 'sliceSeconds'
  | 'indicator'
  | 'source'
>;

/**
 * Reads `sli` and `target` together: what the target means depends on what is measured.
 */
export function readObjective(
  sliNode: DocumentNode,
  target: DocumentNode,
  { defaultObjective }: ReadContext,
): (Objective & { indicatorLine: number }) | undefined {
  const sli = readSli(sliNode);
  if (!sli) {
    checkNumber(target);
    return undefined;
  }
  try {
    const objective = objectiveOf(sli, target, defaultObjective);
    return (
      objective && {
        ...objective,
        ...(sli.source !== undefined && { source: sli.source }),
        indicatorLine: queryFields(sli)[0].node.lines.from,
      }
    );
  } catch (error) {
    if (error instanceof PromqlError) {
      const field = queryFields(sli).find(
        ({ query }) => query.text === error.query,
      );
      checkNumber(target);
      return reportPromqlError((field ?? sli).node, error);
    }
    throw error;
  }
}

function objectiveOf(
  sli: Sli,
  target: DocumentNode,
  defaultObjective: number,
): Objective | undefined {
  const { metric, good, bad, total, value } = sli;
  if (metric && value && !good && !bad && !total) {
    const slices = inferSlices(metric.query);
    return slicesObjective({ sli, slices, target, defaultObjective });
  }
  const inferred = metric && inferIndicator(metric.query);
  if (inferred?.form === 'latency') {
    return latencyObjective({ sli, inferred, target });
  }
  if (inferred?.form === 'ratio' || (total && (good || bad))) {
    const ratio = inferred?.form === 'ratio' ? inferred : undefined;
    return ratioObjective({ sli, inferred: ratio, target });
  }
  if (!inferred || good || bad || total) {
    return sli.node.error(
      'expected good and total, or bad and total, beside a metric that is no ratio of rates, got one of them',
    );
  }
  return slicesObjective({ sli, slices: inferred, target, defaultObjective });
}

/** Where the meaning of a target is unknown, at least it has to be a number. */
function checkNumber(target: DocumentNode): void {
  const { value } = target;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    target.expected('a number');
  }
}

function queryFields({ metric, good, bad, total }: Sli) {
  return [metric, good, bad, total].flatMap(field => field ?? []);
}
