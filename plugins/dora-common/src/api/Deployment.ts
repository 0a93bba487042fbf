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
  /** Full entity ref of the service. */
  entityRef: string;
  /** Name of the environment. */
  environment: string;
  /** The environment belongs to the production tier. */
  production: boolean;
  /** Version as the source names it, such as an image tag. */
  version: string;
  /** Version that ran before; null where none is known. */
  previousVersion: string | null;
  /** Full commit SHA; null where the version could not be resolved. */
  sha: string | null;
  /** Beginning, RFC 3339; null where no source tells. */
  startedAt: string | null;
  /** End, RFC 3339. */
  finishedAt: string;
  /** How it ended. */
  outcome: 'success' | 'failure';
  /** What it is. */
  kind: DeploymentKind;
  /** Changes that it is the first production deployment of. */
  changes: number;
  /** Median lead time of the shipped changes; null without any. */
  leadTimeMedianSeconds: number | null;
  /** It made a recovery necessary. */
  failed: boolean;
  /** When it had recovered, RFC 3339; left out while it has not. */
  recoveredAt?: string;
  /** Types of the sources that reported it. */
  sources: string[];
  /** Who owned the service then; null for nobody. */
  ownerRef: string | null;
  /** Such as `unmerged-build` and `unresolved-version`. */
  flags: string[];
  /** Made up or replayed. */
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
  /** Host and path of the repository. */
  repository: string;
  /** Number of the pull request. */
  number?: number;
  /** One line for people. */
  title: string | null;
  /** Page about it. */
  url?: string;
  /** Where lead time begins, RFC 3339. */
  firstCommitAt: string;
  /** Opening, RFC 3339; null where it is unknown. */
  openedAt: string | null;
  /** First review by a person, RFC 3339; null where it is unknown. */
  firstReviewAt: string | null;
  /** Merge, RFC 3339. */
  mergedAt: string;
  /** Such as `old-commit`. */
  flags: string[];
  /** Seconds by stage; a stage without a value is null. */
  stages: Record<StageName, number | null>;
  /** From first commit to the end of the deployment. */
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
  /** Changes that it is the first production deployment of. */
  shipped: ShippedChange[];
  /** Why it counts as failed; null where it does not. */
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
  /** What it replaced; null where nothing is known to have run. */
  previous: { id: string; version: string; kind: DeploymentKind } | null;
  /** What replaced it; null while it runs. */
  next: { id: string; version: string; kind: DeploymentKind } | null;
  /** The events it was made from. */
  evidence: {
    /** Type of the source that sent it: `gitops`, `git`, `cdevents`, `github`, or that of a module's source. */
    source: string;
    /** Of the event: `deployment`. */
    type: string;
    /** Where it was found, in a line. */
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
