import type { DeploymentKind } from '@golden-path/backstage-plugin-dora-common';

/** What a row of dora_deployments can be; import and removal are never listed. */
export type RolloutKind = DeploymentKind | 'import' | 'removal';

/** One rollout as a fact, without what follows from others. Instants are milliseconds. */
export interface ObservedRollout {
  id: string;
  entityRef: string;
  environment: string;
  production: boolean;
  version: string;
  sha: string | null;
  startedAt: number | null;
  finishedAt: number;
  /** Tells those of one instant apart. */
  sequence: number;
  outcome: 'success' | 'failure';
  /** What a source says that it is. */
  stated: 'rollback' | 'config' | 'import' | 'removal' | null;
  sources: string[];
  demo: boolean;
}

/** A row of dora_deployments. */
export interface Rollout extends Omit<ObservedRollout, 'stated'> {
  kind: RolloutKind;
  ownerRef: string | null;
  flags: string[];
  predecessorId: string | null;
  previousVersion: string | null;
  position: number | null;
  highWater: number | null;
  counted: boolean;
  changes: number;
  leadMedianSeconds: number | null;
  failed: boolean;
  recoveredAt: number | null;
  recoveredBy: string | null;
  rework: boolean;
  reworkReason: 'rollback' | 'hotfix' | 'revert' | 'incident' | null;
}

/** Whether what ran in the environment changed with it. */
export function changesWhatRuns(rollout: {
  kind: RolloutKind;
  outcome: 'success' | 'failure';
}): boolean {
  return rollout.outcome === 'success' && rollout.kind !== 'config';
}

/** Whether it can be blamed for a failure: it brought something new to production. */
export function isBlamable(rollout: {
  counted: boolean;
  kind: RolloutKind;
}): boolean {
  return rollout.counted && rollout.kind !== 'rollback';
}

/** In the order in which they happened. */
export function byFinish(
  a: { finishedAt: number; sequence: number; id: string },
  b: { finishedAt: number; sequence: number; id: string },
): number {
  return (
    a.finishedAt - b.finishedAt ||
    a.sequence - b.sequence ||
    (a.id < b.id ? -1 : 1)
  );
}
