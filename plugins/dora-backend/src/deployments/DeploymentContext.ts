import type { FailureMethod } from '@golden-path/backstage-plugin-dora-common';

/** Another deployment, as far as a sentence about one names it; ms. */
export interface NamedDeployment {
  id: string;
  version: string;
  kind: string;
  finishedAt: number;
}

/** An incident, as far as a sentence names it; ms. */
export interface NamedIncident {
  id: string;
  title: string;
  openedAt: number;
  resolvedAt: number | null;
  url?: string;
}

/** Why a deployment counts as failed. */
export interface FailureCause {
  method: FailureMethod;
  deployment?: NamedDeployment;
  incident?: NamedIncident;
  /** How many deployments the rollback undoes that is the cause. */
  undone?: number;
}

/** A deployment with all that decides what it counts for. */
export interface DeploymentContext {
  environment: string;
  production: boolean;
  version: string;
  previousVersion: string | null;
  finishedAt: number;
  outcome: 'success' | 'failure';
  kind: string;
  counted: boolean;
  flags: string[];
  changes: number;
  failed: boolean;
  recoveredAt: number | null;
  recoveredBy: { deployment?: NamedDeployment; incident?: NamedIncident };
  reworkReason: 'rollback' | 'hotfix' | 'revert' | 'incident' | null;
  /** The most certain first. */
  causes: FailureCause[];
}
