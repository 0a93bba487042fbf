/** @public */
export interface RollingWindow {
  type: 'rolling';
  seconds: number;
}

/** @public */
export interface CalendarWindow {
  type: 'calendar';
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  count: number;
  /** IANA name. */
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
