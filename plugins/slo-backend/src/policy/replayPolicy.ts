import {
  computeBudget,
  isJudgeable,
  judgePolicy,
  LatchedThreshold,
  PolicyThreshold,
} from '@golden-path/backstage-plugin-slo-common';
import type { Sums } from '../tiles/Tile';

/** A threshold that began or ceased to hold. Instants are seconds since the epoch. */
export interface PolicyStep extends PolicyThreshold {
  at: number;
  entered: boolean;
  consumed: number;
}

/**
 * Judges a policy at each of several instants, so that its history is the same whether tiles came one by one or
 * a month at a time.
 */
export function replayPolicy(options: {
  instants: number[];
  sumsUntil: (instant: number) => Sums;
  policy: PolicyThreshold[];
  latched: LatchedThreshold[];
  /** Steps of an earlier policy that may still be latched: they cease to hold with the first judgement. */
  former?: PolicyThreshold[];
  objective: number;
  windowSeconds: number;
}): { latched: LatchedThreshold[]; steps: PolicyStep[] } {
  const { instants, sumsUntil, policy, objective, windowSeconds } = options;
  const { former = [] } = options;
  let { latched } = options;
  const steps: PolicyStep[] = [];
  for (const at of instants) {
    const sums = sumsUntil(at);
    const { consumed } = computeBudget({ sums, objective, windowSeconds });
    if (consumed === null || !isJudgeable(sums.total, objective)) {
      continue;
    }
    const judged = judgePolicy({ policy, latched, consumed, at });
    const held = new Set(latched.map(({ threshold }) => threshold));
    const ended = former.filter(({ threshold }) => held.has(threshold));
    latched = judged.latched;
    for (const step of [...ended, ...judged.left]) {
      steps.push({ ...step, at, entered: false, consumed });
    }
    for (const step of judged.entered) {
      steps.push({ ...step, at, entered: true, consumed });
    }
  }
  return { latched, steps };
}
