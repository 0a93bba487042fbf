/** What happened to some services, as far as git repositories tell. Instants are seconds since the epoch. */
export interface DeliveryHistory {
  /** In the order of time. */
  deployments: RecordedDeployment[];
  /** Those of a service in the order in which they reached its main branch, unless tags say otherwise. */
  changes: RecordedChange[];
}

/** A commit of a GitOps repository that changed an image tag. */
export interface RecordedDeployment {
  service: string;
  environment: string;
  /** A tag of the service's repository, the SHA of a change, or a name that no commit is known for. */
  imageTag: string;
  /** Empty when unknown. */
  previousImageTag: string;
  committedAt: number;
  /** SHA of the commit that it replays; empty for what is made up. */
  gitopsCommit: string;
}

/** A change on the main branch of a service: a merge with what it brought. */
export interface RecordedChange {
  service: string;
  /** The first tag `v<number>` that contains it; empty for none. */
  firstTag: string;
  /** Number of the pull request; empty when unknown. */
  pullRequest: string;
  title?: string;
  /** SHA of the merge that it replays, or any name by which an image tag means it. */
  sha: string;
  firstCommitAt: number;
  mergedAt: number;
  /** How many non-merge commits it brought; at least one. */
  commits: number;
}
