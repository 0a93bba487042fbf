import type {
  AuditEntry,
  AuditVerification,
  RequestStatus,
  TimelineEntry,
  TransitionAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import { auditHash } from './auditHash';
import { type AuditRow, toAuditEntry, toAuditRow } from './AuditRow';
import { toTimeline } from './toTimeline';
import { verifyTrail } from './verifyTrail';

/** One row per transition, each with the hash of the one before; nothing changes or deletes a row. */
export class AuditTrail {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Adds a row in the transaction of its transition. From here to its end no other transition can add one. */
  async append(options: {
    tx: Knex.Transaction;
    /** ms */
    at: number;
    requestId: string;
    action: TransitionAction;
    actor: string;
    from: RequestStatus | null;
    to: RequestStatus;
    version: number;
    details: Record<string, unknown>;
  }): Promise<void> {
    const { tx, at, ...facts } = options;
    const head = () => tx('escape_hatch_heads').where('name', 'audit');
    // The update locks the row, so that two transitions cannot follow the same one.
    const [{ value, hash: prevHash }] = await head()
      .increment('value', 1)
      .returning(['value', 'hash']);
    const unsigned = {
      ...facts,
      seq: Number(value),
      at: new Date(at).toISOString(),
      prevHash,
    };
    const hash = auditHash(unsigned);
    await tx('escape_hatch_audit').insert(toAuditRow({ ...unsigned, hash }));
    await head().update('hash', hash);
  }

  /** Oldest first, after the row with the number `after`. */
  async list(options: {
    limit: number;
    after?: number;
    requestId?: string;
  }): Promise<AuditEntry[]> {
    const { limit, after = 0, requestId } = options;
    const query = this.#knex<AuditRow>('escape_hatch_audit')
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit);
    const rows: AuditRow[] = await (requestId
      ? query.where('request_id', requestId)
      : query);
    return rows.map(toAuditEntry);
  }

  /** All transitions of a request, oldest first. */
  async timeline(requestId: string): Promise<TimelineEntry[]> {
    const rows: AuditRow[] = await this.#knex<AuditRow>('escape_hatch_audit')
      .where('request_id', requestId)
      .orderBy('version');
    return rows.map(toAuditEntry).map(toTimeline);
  }

  /** Whether no row was changed, deleted, added or moved, and no request is ahead of its rows. */
  async verify(): Promise<AuditVerification> {
    return verifyTrail(this.#knex);
  }
}
