/**
 * A configured source of events and how it fares.
 *
 * @public
 */
export interface DoraSourceStatus {
  id: string;
  /** Such as `gitops`, `git`, `cdevents`, `github`, `alertmanager` and `pagerduty`. */
  type: string;
  state: 'waiting' | 'backfilling' | 'ok' | 'failing';
  lastSeenAt: string | null;
  progress?: { done: number; total: number; etaSeconds: number | null };
  /** While a backfill runs: numbers are complete from here on. */
  completeFrom?: string;
  error?: string;
  /** What the source could not use, such as a file that does not parse; the newest 20. */
  warnings: string[];
}
