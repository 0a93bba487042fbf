/**
 * How fast the error budget is used over the time just before the watermark.
 *
 * @public
 */
export interface BurnRate {
  /** Length of the window it is measured over. */
  seconds: number;
  /** 1 uses up the budget in exactly one SLO window; null without data. */
  value: number | null;
}

/**
 * State of one multiwindow burn rate alert. It fires while both burn rates exceed the factor and both
 * windows are measured well enough.
 *
 * @public
 */
export interface BurnAlert {
  /** Whether somebody is woken (`page`) or it can wait for working hours (`ticket`). */
  severity: 'page' | 'ticket';
  /** Length of the window that tells a real loss from a short one, in seconds. */
  longSeconds: number;
  /** Length of the window that makes the alert end soon after the loss, in seconds. */
  shortSeconds: number;
  /** Limit that both burn rates must exceed. */
  factor: number;
  /** Burn rate over the long window; null without data. */
  longBurn: number | null;
  /** Burn rate over the short window; null without data. */
  shortBurn: number | null;
  /** Whether it fires at the watermark; keeps its last state while the data are frozen. */
  firing: boolean;
  /** RFC 3339 instant since when it fires; absent while it does not. */
  since?: string;
}
