/** Whole days of `dora.timeZone`, half-open: `to` is the day after the last one. Both `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}
