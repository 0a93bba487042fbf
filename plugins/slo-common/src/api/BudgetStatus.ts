/**
 * What is left of the error budget of an SLO's window.
 *
 * @public
 */
export interface BudgetStatus {
  /** Fraction of the error budget that is used: 0.618 is 61.8 %; above 1 when overspent; null without data. */
  consumed: number | null;
  /** 1 − consumed: negative when overspent; null without data. */
  remaining: number | null;
  /** Seconds of full outage that are left; negative when overspent; null without data. */
  remainingSeconds: number | null;
  /** Failures that are left at the window's traffic; negative when overspent; null without data. */
  remainingEvents: number | null;
}
