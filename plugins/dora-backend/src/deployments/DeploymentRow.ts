import type {
  Deployment,
  DeploymentKind,
} from '@golden-path/backstage-plugin-dora-common';
import { toInstant } from '../database/instants';

/** A row of dora_deployments as the database gives it. */
export interface DeploymentRow {
  id: string;
  entity_ref: string;
  environment: string;
  production: boolean | number;
  version: string;
  sha: string | null;
  started_at: string | number | null;
  finished_at: string | number;
  outcome: 'success' | 'failure';
  kind: DeploymentKind;
  owner_ref: string | null;
  flags: string;
  sources: string;
  demo: boolean | number;
  predecessor_id: string | null;
  previous_version: string | null;
  counted: boolean | number;
  changes: number;
  lead_median_seconds: number | null;
  failed: boolean | number;
  recovered_at: string | number | null;
  recovered_by: string | null;
  rework: boolean | number;
  rework_reason: 'rollback' | 'hotfix' | 'revert' | 'incident' | null;
}

/** A deployment as the API gives it. */
export function toDeployment(row: DeploymentRow): Deployment {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    production: Boolean(row.production),
    version: row.version,
    previousVersion: row.previous_version,
    sha: row.sha,
    startedAt:
      row.started_at === null ? null : toInstant(Number(row.started_at)),
    finishedAt: toInstant(Number(row.finished_at)),
    outcome: row.outcome,
    kind: row.kind,
    changes: row.changes,
    leadTimeMedianSeconds: row.lead_median_seconds,
    failed: Boolean(row.failed),
    ...(row.recovered_at !== null && {
      recoveredAt: toInstant(Number(row.recovered_at)),
    }),
    sources: JSON.parse(row.sources),
    ownerRef: row.owner_ref,
    flags: JSON.parse(row.flags),
    demo: Boolean(row.demo),
  };
}
