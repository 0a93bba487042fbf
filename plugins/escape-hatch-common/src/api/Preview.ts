import type { RequestStage } from './EscapeHatchRequest';

/**
 * A problem of a draft.
 *
 * @public
 */
export interface PreviewProblem {
  /** Name of the guard, such as `expiry-beyond-cap`. */
  guard: string;
  /** Field of the draft, such as `expiresAt`. */
  field: string;
  /** A sentence that says what was expected. */
  message: string;
}

/**
 * What the submission of a draft would meet.
 *
 * @public
 */
export interface Preview {
  /** Who would approve, in their order, with candidates. */
  stages: RequestStage[];
  /** The smallest cap of the rules. */
  cap: {
    /** Days. */
    days: number;
    /** The last day that is allowed, `YYYY-MM-DD` in the zone. */
    lastDay: string;
    /** The end of that day, RFC 3339. */
    latestExpiry: string;
    /** The zone of days, such as `Europe/London`. */
    timeZone: string;
  };
  /** Ids of the requests that overlap. */
  overlaps: string[];
  /** What would be refused. */
  problems: PreviewProblem[];
  /** Working days after which a request without a decision lapses. */
  lapseWorkingDays: number;
}
