/** What an SLO of the demo measures, if it were real. */
export interface DemoSeries {
  /** Mean over a week. */
  requestsPerMinute: number;
  /** Fraction of bad requests per unit of load above that of a quiet time. */
  badPerLoad: number;
  incidents: DemoIncident[];
}

/** Something that went wrong, at a place in the story that {@link storyTime} tells. */
export interface DemoIncident {
  /** Seconds from the beginning of the story. */
  start: number;
  seconds: number;
  /** Fraction of bad requests at its height. */
  bad: number;
}
