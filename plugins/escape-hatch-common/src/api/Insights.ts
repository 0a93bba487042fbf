/**
 * Demand for leaving one rule.
 *
 * @public
 */
export interface RuleDemand {
  /** Id of the rule. */
  rule: string;
  /** Title of the rule. */
  title: string;
  /** Requests of the last 90 days, drafts and withdrawn ones aside. */
  requests: number;
  /** Of them, active now. */
  active: number;
  /** Distinct owner teams, full refs, sorted. */
  owners: string[];
  /** Distinct services, full refs, sorted. */
  services: string[];
  /** Numbers of the requests, ascending, at most 50. */
  numbers: number[];
  /**
   * The golden path needs updating when 3 teams ask, or a tenth of the services where there are at least 20; null
   * otherwise.
   */
  signal: 'golden-path-needs-updating' | null;
  /** Teams that lack to the signal; 0 with a signal. */
  teamsBelow: number;
  /** The issue that was opened for it. */
  issueUrl?: string;
}

/**
 * Whether it is them or the path.
 *
 * @public
 */
export interface Insights {
  /** First instant of the period, RFC 3339. */
  from: string;
  /** End of the period, RFC 3339. */
  to: string;
  /** IANA zone of days. */
  timeZone: string;
  /** Components that the catalog has. */
  servicesTotal: number;
  /** Highest demand first. */
  rules: RuleDemand[];
  /** Ids of active requests that no gate has used for 30 days since they began. */
  unused: string[];
  /** Ids of active requests whose underlying check passes without them. */
  notNeeded: string[];
  /** Since when, and what they are: for the tables. */
  closable: {
    /** Id of the request. */
    id: string;
    /** Its number. */
    number: number;
    /** Full entity ref. */
    entityRef: string;
    /** Ids of its rules. */
    rules: string[];
    /** `unused` or `not-needed`. */
    reason: 'unused' | 'not-needed';
    /** Active, or passing, since; RFC 3339. */
    since: string;
  }[];
  /** Whether issues can be opened: a platform repository is configured. */
  issues: boolean;
}
