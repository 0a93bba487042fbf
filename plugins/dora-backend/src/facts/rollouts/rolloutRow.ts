import type { Rollout } from './Rollout';

/** A row of dora_deployments as databases return it. */
export type RolloutRow = Record<string, any>;

export function rolloutFromRow(row: RolloutRow): Rollout {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    production: Boolean(row.production),
    version: row.version,
    sha: row.sha,
    startedAt: numberOrNull(row.started_at),
    finishedAt: Number(row.finished_at),
    sequence: Number(row.sequence),
    outcome: row.outcome,
    kind: row.kind,
    ownerRef: row.owner_ref,
    flags: JSON.parse(row.flags),
    sources: JSON.parse(row.sources),
    demo: Boolean(row.demo),
    predecessorId: row.predecessor_id,
    previousVersion: row.previous_version,
    position: numberOrNull(row.position),
    highWater: numberOrNull(row.high_water),
    counted: Boolean(row.counted),
    changes: Number(row.changes),
    leadMedianSeconds: numberOrNull(row.lead_median_seconds),
    failed: Boolean(row.failed),
    recoveredAt: numberOrNull(row.recovered_at),
    recoveredBy: row.recovered_by,
    rework: Boolean(row.rework),
    reworkReason: row.rework_reason,
  };
}

export function rolloutToRow(rollout: Rollout): RolloutRow {
  return {
    id: rollout.id,
    entity_ref: rollout.entityRef,
    environment: rollout.environment,
    production: rollout.production,
    version: rollout.version,
    sha: rollout.sha,
    started_at: rollout.startedAt,
    finished_at: rollout.finishedAt,
    sequence: rollout.sequence,
    outcome: rollout.outcome,
    kind: rollout.kind,
    owner_ref: rollout.ownerRef,
    flags: JSON.stringify(rollout.flags),
    sources: JSON.stringify(rollout.sources),
    demo: rollout.demo,
    predecessor_id: rollout.predecessorId,
    previous_version: rollout.previousVersion,
    position: rollout.position,
    high_water: rollout.highWater,
    counted: rollout.counted,
    changes: rollout.changes,
    lead_median_seconds: rollout.leadMedianSeconds,
    failed: rollout.failed,
    recovered_at: rollout.recoveredAt,
    recovered_by: rollout.recoveredBy,
    rework: rollout.rework,
    rework_reason: rollout.reworkReason,
  };
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
