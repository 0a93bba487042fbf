import type { AuditEntry } from '@golden-path/backstage-plugin-escape-hatch-common';
import { canonicalJson } from './canonicalJson';

/** A row of `escape_hatch_audit`; `at` in ms, a text from PostgreSQL. */
export interface AuditRow {
  seq: number;
  at: number | string;
  request_id: string;
  action: AuditEntry['action'];
  actor: string;
  from_status: AuditEntry['from'];
  to_status: AuditEntry['to'];
  version: number;
  details: string;
  prev_hash: string;
  hash: string;
}

export function toAuditRow(entry: AuditEntry): AuditRow {
  return {
    seq: entry.seq,
    at: Date.parse(entry.at),
    request_id: entry.requestId,
    action: entry.action,
    actor: entry.actor,
    from_status: entry.from,
    to_status: entry.to,
    version: entry.version,
    details: canonicalJson(entry.details),
    prev_hash: entry.prevHash,
    hash: entry.hash,
  };
}

/** @throws SyntaxError or RangeError where somebody made nonsense of a row */
export function toAuditEntry(row: AuditRow): AuditEntry {
  return {
    seq: row.seq,
    at: new Date(Number(row.at)).toISOString(),
    requestId: row.request_id,
    action: row.action,
    actor: row.actor,
    from: row.from_status,
    to: row.to_status,
    version: row.version,
    details: JSON.parse(row.details),
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}
