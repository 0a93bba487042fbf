import type { HatchRecord, StageApproval } from './HatchRecord';

/** An instant in ms: a number from SQLite, a text from PostgreSQL. */
type Stored = number | string | null;

/** A row of `escape_hatch_requests`. */
export interface RequestRow {
  id: string;
  number: number;
  version: number;
  status: HatchRecord['status'];
  entity_ref: string;
  entity_uid: string;
  owner_ref: string;
  owners: string;
  requester: string;
  editors: string;
  content: string;
  risk_level: string;
  starts_at: Stored;
  expires_at: Stored;
  stages: string;
  stage: number | null;
  created_at: Stored;
  updated_at: Stored;
  submitted_at: Stored;
  waiting_since: Stored;
  approved_at: Stored;
  active_from: Stored;
  reviewed_at: Stored;
  ended_at: Stored;
  last_used_at: Stored;
  renewal_of: string | null;
  superseded_by: string | null;
  chain_length: number;
  chain_since: Stored;
  owner_changed_at: Stored;
  absent_since: Stored;
  stalled: boolean | number;
}

/** What a transition may write; use and absence are noted beside the transitions. */
export function toRequestRow(
  record: HatchRecord,
): Omit<RequestRow, 'last_used_at' | 'absent_since' | 'stalled'> {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    status: record.status,
    entity_ref: record.entityRef,
    entity_uid: record.entityUid,
    owner_ref: record.owners[0] ?? '',
    owners: JSON.stringify(record.owners),
    requester: record.requester,
    editors: JSON.stringify(record.editors),
    content: JSON.stringify(record.content),
    risk_level: record.content.riskLevel,
    starts_at: record.startsAt,
    expires_at: record.expiresAt,
    stages: JSON.stringify(record.stages),
    stage: record.stage,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    submitted_at: record.submittedAt,
    waiting_since: record.waitingSince,
    approved_at: record.approvedAt,
    active_from: record.activeFrom,
    reviewed_at: record.reviewedAt,
    ended_at: record.endedAt,
    renewal_of: record.renewalOf,
    superseded_by: record.supersededBy,
    chain_length: record.chainLength,
    chain_since: record.chainSince,
    owner_changed_at: record.ownerChangedAt,
  };
}

export function toHatchRecord(
  row: RequestRow,
  approvals: StageApproval[],
): HatchRecord {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    status: row.status,
    entityRef: row.entity_ref,
    entityUid: row.entity_uid,
    owners: JSON.parse(row.owners),
    requester: row.requester,
    editors: JSON.parse(row.editors),
    content: JSON.parse(row.content),
    startsAt: toMs(row.starts_at),
    expiresAt: Number(row.expires_at),
    stages: JSON.parse(row.stages),
    stage: row.stage,
    approvals,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    submittedAt: toMs(row.submitted_at),
    waitingSince: toMs(row.waiting_since),
    approvedAt: toMs(row.approved_at),
    activeFrom: toMs(row.active_from),
    reviewedAt: toMs(row.reviewed_at),
    endedAt: toMs(row.ended_at),
    lastUsedAt: toMs(row.last_used_at),
    renewalOf: row.renewal_of,
    supersededBy: row.superseded_by,
    chainLength: row.chain_length,
    chainSince: toMs(row.chain_since),
    ownerChangedAt: toMs(row.owner_changed_at),
    absentSince: toMs(row.absent_since),
  };
}

function toMs(stored: Stored): number | null {
  return stored === null ? null : Number(stored);
}
