/**
 * How a source names a service. `ref` is a full entity ref; `dora-service` a name in GitOps paths (the annotation
 * `golden-path.io/dora-service`, else the component of that name in `default`); `cdevents` and `name` a subject id (a
 * full entity ref, else the annotation `golden-path.io/cdevents-id`, else the component's name in `default`);
 * `repository` the URL of a repository with one component; `pagerduty` the annotation `pagerduty.com/service-id`.
 *
 * @public
 */
export interface ServiceSubject {
  /** Which of the names it is. */
  by: 'ref' | 'dora-service' | 'cdevents' | 'name' | 'repository' | 'pagerduty';
  /** The name. */
  value: string;
}

/**
 * What all events have. An event is stored once for each source, id and revision. The highest revision of an id is
 * what holds; changes and incidents, which become known piece by piece, are put together from all revisions of their
 * id, a higher one prevailing field by field, `openedAt` and `firstReviewAt` by the earliest.
 *
 * @public
 */
export interface DoraEventBase {
  /** Unique within the source, for what the event is about. */
  id: string;
  /** A higher one replaces a lower one; default 0. */
  revision?: number;
  /** Page about it. */
  url?: string;
  /** One line of evidence for people, such as `commit 2300335, production/support/values.yaml, image.tag v520 → v522`. */
  evidence?: string;
  /** Made up or replayed. */
  demo?: boolean;
  /**
   * What the id stood for never happened as far as the source can tell now, for instance because history was
   * rewritten: the log keeps it, no fact comes from it. A later revision without it brings the fact back.
   */
  retracted?: boolean;
}

/**
 * A rollout of a service in an environment. `config` is a change that leaves the version as it is, `import` states
 * what runs without dating a deployment, `removal` ends what runs.
 *
 * @public
 */
export interface DeploymentEvent extends DoraEventBase {
  /** Kind of event. */
  type: 'deployment';
  /** What was rolled out. */
  service: ServiceSubject;
  /** Name of the environment. */
  environment: string;
  /** Version as the source names it, such as an image tag. */
  version: string;
  /** Full commit SHA, where the source knows it. */
  sha?: string;
  /**
   * Its first digits, 7 at least, where the source knows no more. The version is resolved by the source that reads the
   * service's repository, where one commit only begins with them.
   */
  shortSha?: string;
  /** RFC 3339. */
  startedAt?: string;
  /** RFC 3339. */
  finishedAt: string;
  /** Tells rollouts of one instant apart: the greater came later, as in a history of commits; default 0. */
  sequence?: number;
  /** How it ended. */
  outcome: 'success' | 'failure';
  /** The source saw the intent, as GitOps does, not the rollout itself. */
  assumed?: boolean;
  /** What it is. */
  kind?: 'rollback' | 'config' | 'import' | 'removal';
}

/**
 * A change that reached the default branch of a repository: a merge with what it brought, or one direct commit.
 *
 * @public
 */
export interface ChangeEvent extends DoraEventBase {
  /** Kind of event. */
  type: 'change';
  /** URL of the repository. */
  repository: string;
  /** Full SHA of the merge or direct commit; left out while it is unknown, as before the merge. */
  sha?: string;
  /**
   * Number of the commit in the first-parent history of the default branch, from its root; left out by sources
   * that do not know the history.
   */
  position?: number;
  /** RFC 3339; left out before the merge. */
  mergedAt?: string;
  /** The earliest of the non-merge commits it brought: RFC 3339, by the rule for old commits. */
  firstCommitAt?: string;
  /**
   * Author and committer times of the non-merge commits it brought, where the rule for old commits has to be applied
   * later, because the opening may become known from elsewhere; RFC 3339, at most the 250 earliest by author time.
   */
  commits?: { authoredAt: string; committedAt: string }[];
  /** RFC 3339. */
  openedAt?: string;
  /** First review by a person; RFC 3339. */
  firstReviewAt?: string;
  /** Number of the pull request. */
  number?: number;
  /** One line for people. */
  title?: string;
  /** Branch that was merged. */
  branch?: string;
  /** Labels of the pull request. */
  labels?: string[];
  /** Full SHAs that the change says it reverts. */
  reverts?: string[];
  /** Numbers of pull requests that the change says it reverts. */
  revertsNumbers?: number[];
}

/**
 * A name of a commit: a git tag or an artifact's version.
 *
 * @public
 */
export interface VersionEvent extends DoraEventBase {
  /** Kind of event. */
  type: 'version';
  /** URL of the repository. */
  repository: string;
  /** Version as the source names it, such as an image tag. */
  version: string;
  /** Full commit SHA. */
  sha: string;
}

/**
 * A commit of a repository that deployments name, and its place beside the default branch.
 *
 * @public
 */
export interface CommitEvent extends DoraEventBase {
  /** Kind of event. */
  type: 'commit';
  /** URL of the repository. */
  repository: string;
  /** Full SHA. */
  sha: string;
  /** Position of the newest commit of the default branch that it contains; -1 for none. */
  contains: number;
  /** Position of the first commit of the default branch that contains it; null while it is unmerged. */
  containedBy: number | null;
}

/**
 * A production incident.
 *
 * @public
 */
export interface IncidentEvent extends DoraEventBase {
  /** Kind of event. */
  type: 'incident';
  /** Services that it concerns. */
  services: ServiceSubject[];
  /** Left out: production. */
  environment?: string;
  /** One line for people. */
  title?: string;
  /** Severity, as its source calls it. */
  severity?: string;
  /** RFC 3339; left out where only the end is known. */
  openedAt?: string;
  /** RFC 3339; null takes back what an earlier revision said. */
  resolvedAt?: string | null;
  /** Event id of the deployment that caused it, of any source. */
  deployment?: string;
  /** Version of the service that caused it. */
  version?: string;
}

/**
 * What sources report.
 *
 * @public
 */
export type DoraEvent =
  | DeploymentEvent
  | ChangeEvent
  | VersionEvent
  | CommitEvent
  | IncidentEvent;
