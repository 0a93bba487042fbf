import { HUNDRED_PERCENT } from './percent';

/** What an objective leaves. */
export interface Budget {
  /** Seconds of full outage in the window, floored. */
  outageSeconds: number;
  /** Requests of a million that may fail. */
  failuresPerMillion: number;
}

/** The error budget, 100 % less the objective, of a window. */
export function budgetOf(percent: bigint, windowSeconds: number): Budget {
  const budget = HUNDRED_PERCENT - percent;
  const millionths = HUNDRED_PERCENT / 1_000_000n;
  return {
    outageSeconds: Number((budget * BigInt(windowSeconds)) / HUNDRED_PERCENT),
    failuresPerMillion: Number(budget) / Number(millionths),
  };
}
