import type { StageName } from './StageName';

/**
 * What a deployment is. Only `normal`, `hotfix` and `rollback` count as production deployments; `promotion` is a
 * version that reaches a further production environment, `config` a change of configuration without a new version,
 * `redeploy` a rollout of what is running already.
 *
 * @public
 */
export type DeploymentKind =
  | 'normal'
  | 'rollback'
  | 'hotfix'
  | 'promotion'
  | 'config'
  | 'redeploy';

/**
 * How a failed deployment was found, from the most to the least certain; `person` overrules all.
 *
 * @public
 */
export type FailureMethod =
  | 'person'
  | 'explicit'
  | 'rollback'
  | 'revert'
  | 'hotfix'
  | 'same-service';

/**
 * A rollout of a service in an environment.
 *
 * @public
 */
export interface Deployment {
  /** Opaque and stable. */
  id: string;
  entityRef: string;
  environment: string;
  /** The environment belongs to the production tier. */
  production: boolean;
  version: string;
  previousVersion: string | null;
  /** Full commit SHA; null where the version could not be resolved. */
  sha: string | null;
  startedAt: string | null;
  finishedAt: string;
  outcome: 'success' | 'failure';
  kind: DeploymentKind;
  /** Changes that it is the first production deployment of. */
  changes: number;
  leadTimeMedianSeconds: number | null;
  /** It made a recovery necessary. */
  failed: boolean;
  recoveredAt?: string;
  /** Types of the sources that reported it. */
  sources: string[];
  /** Who owned the service then; null for nobody. */
  ownerRef: string | null;
  /** Such as `unmerged-build` and `unresolved-version`. */
  flags: string[];
  demo: boolean;
}

/**
 * A change and how long each stage of its way took.
 *
 * @public
 */
export interface ShippedChange {
  /** Full SHA of the merge or direct commit. */
  sha: string;
  repository: string;
  number?: number;
  title: string | null;
  url?: string;
  firstCommitAt: string;
  openedAt: string | null;
  firstReviewAt: string | null;
  mergedAt: string;
  /** Such as `old-commit`. */
  flags: string[];
  /** Seconds by stage; a stage without a value is null. */
  stages: Record<StageName, number | null>;
  leadTimeSeconds: number;
}

/**
 * Metrics that a deployment can count for.
 *
 * @public
 */
export type CountedMetric =
  | 'deploymentFrequency'
  | 'changeLeadTime'
  | 'changeFailRate'
  | 'failedDeploymentRecoveryTime'
  | 'deploymentReworkRate';

/**
 * One deployment with why it counts.
 *
 * @public
 */
export interface DeploymentDetail extends Deployment {
  shipped: ShippedChange[];
  failureLink: {
    method: FailureMethod;
    confidence: 'certain' | 'high' | 'medium' | 'low';
    cause: {
      incident?: {
        id: string;
        title: string;
        url?: string;
        openedAt: string;
        resolvedAt: string | null;
      };
      deployment?: { id: string; version: string; finishedAt: string };
      change?: { sha: string; title: string | null; url?: string };
    };
    /** One sentence. */
    reason: string;
    overruledBy?: { by: string; at: string; failed: boolean; reason: string };
  } | null;
  /** The person's word, also where it says that the deployment did not fail. */
  overrule: { by: string; at: string; failed: boolean; reason: string } | null;
  previous: { id: string; version: string; kind: DeploymentKind } | null;
  next: { id: string; version: string; kind: DeploymentKind } | null;
  /** The events it was made from. */
  evidence: {
    source: string;
    type: string;
    event: string;
    at: string;
    url?: string;
  }[];
  /** `true`, or the reason why it does not count. */
  counted: Record<CountedMetric, true | string>;
  /** One sentence for each metric, also for those it counts for. */
  explanations: Record<CountedMetric, string>;
  /** Page that compares the two versions, where the repository's host has one. */
  compareUrl?: string;
}
