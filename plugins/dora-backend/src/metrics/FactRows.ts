import type { StageName } from '@golden-path/backstage-plugin-dora-common';

/** A production deployment, or one elsewhere that has flags. */
export interface DeploymentFact {
  entityRef: string;
  ownerRef: string | null;
  finishedAt: number;
  counted: boolean;
  rollback: boolean;
  failed: boolean;
  rework: boolean;
  production: boolean;
  flags: string[];
  demo: boolean;
}

/** A failed deployment that recovered. */
export interface RecoveryFact {
  entityRef: string;
  ownerRef: string | null;
  finishedAt: number;
  recoveredAt: number;
}

/** A change with the deployment that shipped it. */
export interface ShippedFact {
  entityRef: string;
  ownerRef: string | null;
  finishedAt: number;
  leadSeconds: number;
  stages: Record<StageName, number | null>;
  openingUnknown: boolean;
  oldCommit: boolean;
  demo: boolean;
}

/** The facts of a scope in a stretch of time, row by row. */
export interface FactRows {
  deployments: DeploymentFact[];
  recoveries: RecoveryFact[];
  shipped: ShippedFact[];
}
