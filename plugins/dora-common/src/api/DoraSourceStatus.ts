/**
 * A configured source of events and how it fares.
 *
 * @public
 */
export interface DoraSourceStatus {
  /** Unique over all sources. */
  id: string;
  /** Such as `gitops`, `git`, `cdevents`, `github`, `alertmanager` and `pagerduty`. */
  type: string;
  /** How it stands. */
  state: 'waiting' | 'backfilling' | 'ok' | 'failing';
  /** When it last delivered, RFC 3339; null where it never did. */
  lastSeenAt: string | null;
  /** How far a long pass is. */
  progress?: { done: number; total: number; etaSeconds: number | null };
  /** While a backfill runs: numbers are complete from here on. */
  completeFrom?: string;
  /** Why the last pass failed. */
  error?: string;
  /** What the source could not use, such as a file that does not parse; the newest 20. */
  warnings: string[];
}
