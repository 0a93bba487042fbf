/** What a moment's text depends on beside the moment. */
export interface MomentContext {
  /** Decides whether the year goes without saying. */
  now: Date;
  /** IANA name of the zone that the backend counts days in. */
  timeZone: string;
}
