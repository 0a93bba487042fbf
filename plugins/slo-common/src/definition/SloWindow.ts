/**
 * A window that moves with the clock: the last 30 days, for instance.
 *
 * @public
 */
export interface RollingWindow {
  /** Tells the kinds of windows apart. */
  type: 'rolling';
  /** Length of the window. */
  seconds: number;
}

/**
 * A window that begins anew with each period of the calendar.
 *
 * @public
 */
export interface CalendarWindow {
  /** Tells the kinds of windows apart. */
  type: 'calendar';
  /** What a period is counted in. */
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** Units in one period. */
  count: number;
  /** IANA name of the zone whose midnight begins a period, such as `Europe/London`. */
  timeZone: string;
  /** RFC 3339 instant of the first period's beginning, where the document fixes one. */
  start?: string;
}

/**
 * The time over which an objective is promised.
 *
 * @public
 */
export type SloWindow = RollingWindow | CalendarWindow;
