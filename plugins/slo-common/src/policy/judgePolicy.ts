import { allowedFraction } from '../budget/allowedFraction';
import type { PolicyThreshold } from '../definition/PolicyThreshold';

/**
 * A threshold that holds, and since when.
 *
 * @public
 */
export interface LatchedThreshold {
  /** Consumed fraction of the budget, as the policy names it. */
  threshold: number;
  /** Seconds since the epoch. */
  since: number;
}

/**
 * Which steps of a policy hold, and which of them changed.
 *
 * @public
 */
export interface PolicyJudgement {
  /** Ascending by threshold; the last one is the active action. */
  latched: LatchedThreshold[];
  /** Steps that began to hold at this instant, ascending by threshold. */
  entered: PolicyThreshold[];
  /** Steps that ceased to hold at this instant, ascending by threshold. */
  left: PolicyThreshold[];
}

/** How far below its threshold the consumed fraction must fall before an action ceases. */
const HYSTERESIS = 0.05;

/**
 * Judges an error budget policy at one instant. A threshold is reached when consumed is *greater*; once reached
 * it holds until consumed is more than five points below it, so that a budget that wavers around a threshold
 * does not announce itself again and again.
 *
 * @public
 */
export function judgePolicy(options: {
  policy: PolicyThreshold[];
  /** What the judgement before this one gave. */
  latched: LatchedThreshold[];
  /** Fraction of the budget that is used. */
  consumed: number;
  /** Seconds since the epoch. */
  at: number;
}): PolicyJudgement {
  const { policy, consumed, at } = options;
  const before = new Map(
    options.latched.map(({ threshold, since }) => [threshold, since]),
  );
  const latched: LatchedThreshold[] = [];
  const entered: PolicyThreshold[] = [];
  const left: PolicyThreshold[] = [];

  for (const step of [...policy].sort((a, b) => a.threshold - b.threshold)) {
    const since = before.get(step.threshold);
    const holds =
      consumed > step.threshold ||
      (since !== undefined && consumed >= step.threshold - HYSTERESIS);
    if (holds) {
      latched.push({ threshold: step.threshold, since: since ?? at });
      if (since === undefined) {
        entered.push(step);
      }
    } else if (since !== undefined) {
      left.push(step);
    }
  }
  return { latched, entered, left };
}

/**
 * Whether a policy may be judged at all: only once the budget is at least one whole event, or a single failure in
 * a young window would be a freeze.
 *
 * @param total - all events, or slices, of the window
 * @param objective - fraction of them that is promised to be good
 *
 * @public
 */
export function isJudgeable(total: number, objective: number): boolean {
  return total * allowedFraction(objective) >= 1;
}
