/** A change that reached the default branch. Instants are milliseconds. */
export interface Change {
  repository: string;
  sha: string;
  /** In the first-parent history; in a repository whose history no source knows, the merge instant. */
  position: number | null;
  /** Where lead time begins: the earlier of first commit and opening. */
  firstCommitAt: number;
  openedAt: number | null;
  firstReviewAt: number | null;
  mergedAt: number;
  number: number | null;
  title: string | null;
  url: string | null;
  branch: string | null;
  labels: string[];
  reverts: { shas: string[]; numbers: number[] };
  flags: string[];
  demo: boolean;
}
