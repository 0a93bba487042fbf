import { allowedFraction } from './allowedFraction';

/**
 * When one multiwindow burn rate alert fires.
 *
 * @public
 */
export interface BurnAlertRule {
  /** Whether somebody is woken (`page`) or it can wait for working hours (`ticket`). */
  severity: 'page' | 'ticket';
  /** Length of the window that tells a real loss from a short one, in seconds. */
  longSeconds: number;
  /** Length of the window that makes the alert end soon after the loss, in seconds. */
  shortSeconds: number;
  /** Burn rate that both windows must exceed. */
  factor: number;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Share of the budget that may go within the long window before somebody is told. */
const PAIRS = [
  { severity: 'page', share: 0.02, longSeconds: HOUR, shortSeconds: 300 },
  { severity: 'page', share: 0.05, longSeconds: 6 * HOUR, shortSeconds: 1_800 },
  { severity: 'ticket', share: 0.1, longSeconds: DAY, shortSeconds: 2 * HOUR },
  {
    severity: 'ticket',
    share: 0.1,
    longSeconds: 3 * DAY,
    shortSeconds: 6 * HOUR,
  },
] as const;

/**
 * The multiwindow, multi-burn-rate alerts of an SLO: Site Reliability Workbook, chapter 5, table 5-8, whose
 * factors 14.4, 6, 3 and 1 for 30 days are share × window / long window. Pairs longer than the window are left
 * out; a factor is at least 1, and at most 95 % of the largest burn rate there can be, 1 / (1 − objective), or
 * the alert could never fire.
 *
 * @public
 */
export function burnAlertRules(options: {
  /** Fraction of good events or slices that is promised. */
  objective: number;
  /** Length of the SLO's window. */
  windowSeconds: number;
}): BurnAlertRule[] {
  const { objective, windowSeconds } = options;
  const largestBurn = 1 / allowedFraction(objective);
  return PAIRS.filter(pair => pair.longSeconds <= windowSeconds).map(
    ({ share, ...pair }) => {
      const factor = Math.max(1, (share * windowSeconds) / pair.longSeconds);
      return {
        ...pair,
        factor: factor >= largestBurn ? 0.95 * largestBurn : factor,
      };
    },
  );
}
