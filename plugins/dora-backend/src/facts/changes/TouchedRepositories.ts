/** What became known of repositories: rollouts may contain something else from there on. */
export interface TouchedRepositories {
  /** Versions that stand for other commits now. */
  versions: { repository: string; name: string }[];
  /** Commits that are elsewhere now. */
  shas: { repository: string; name: string }[];
  /** Lowest position that a change of a repository has or had. */
  lowestPositions: Map<string, number>;
}
