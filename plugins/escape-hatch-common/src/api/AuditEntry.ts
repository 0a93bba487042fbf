import type { RequestStatus, TransitionAction } from '../states';

/**
 * A row of the audit trail.
 *
 * @public
 */
export interface AuditEntry {
  /** From 1, without gaps. */
  seq: number;
  /** RFC 3339 with milliseconds. */
  at: string;
  /** Id of the request. */
  requestId: string;
  /** What was done. */
  action: TransitionAction;
  /** Full user ref, or `portal`. */
  actor: string;
  /** Status before it; null of a creation. */
  from: RequestStatus | null;
  /** Status after it. */
  to: RequestStatus;
  /** The request's version after it. */
  version: number;
  /** What else belongs to it: comment, stage, resolved set, content's digest. */
  details: Record<string, unknown>;
  /** Hash of the row before, hex; of the first 64 zeros. */
  prevHash: string;
  /** SHA-256 over the row and `prevHash`, hex. */
  hash: string;
}

/**
 * Whether the trail is what was written.
 *
 * @public
 */
export interface AuditVerification {
  /** No row was changed, deleted, added or moved. */
  valid: boolean;
  /** Rows read. */
  rows: number;
  /** Hash of the last row, hex; to be kept elsewhere as a witness. */
  head: string;
  /** The first row that is not what was written. */
  firstBroken?: { seq: number; requestId?: string; reason: string };
}
