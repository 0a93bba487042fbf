import type { CheckResult } from './CheckResult';

/** The last result of a check, and since when it has been that. Times are ms. */
export interface CheckRun {
  passes: boolean;
  /** First of the unbroken run of this result, as far as is known: rather too late than too early. */
  since: number;
  observedAt: number;
  /** Newest of the opposite result. */
  otherAt: number | null;
}

/** A run that begins. */
export function beginRun(result: CheckResult): CheckRun {
  const { passes, observedAt } = result;
  return { passes, since: observedAt, observedAt, otherAt: null };
}

/**
 * A run after one more result, in whatever order they come: the newest decides, of two at the same instant the one that
 * fails.
 */
export function continueRun(
  run: CheckRun,
  { passes, observedAt: at }: CheckResult,
): CheckRun {
  const isSame = passes === run.passes;
  if (at > run.observedAt) {
    return isSame
      ? { ...run, observedAt: at }
      : { passes, since: at, observedAt: at, otherAt: run.observedAt };
  }
  if (at === run.observedAt) {
    return isSame || passes
      ? run
      : {
          passes,
          since: at,
          observedAt: at,
          otherAt: run.since < at ? run.since : null,
        };
  }
  const isAfterOther = run.otherAt === null || at > run.otherAt;
  if (!isAfterOther) {
    return run;
  }
  if (isSame) {
    return { ...run, since: Math.min(run.since, at) };
  }
  // What lies between this one and the newest is not known any more.
  return {
    ...run,
    otherAt: at,
    since: at >= run.since ? run.observedAt : run.since,
  };
}
