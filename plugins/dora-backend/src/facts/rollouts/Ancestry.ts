/** Where a commit stands in its repository. */
export interface CommitPlace {
  /** On the default branch; null beside it. */
  position: number | null;
  /** Position of the newest commit of the default branch that it contains. */
  contains: number | null;
  /** Position of the first commit of the default branch that contains it; null while it is unmerged. */
  containedBy: number | null;
}

/** Whether the first commit is in the history of the second; false where it cannot be known. */
export function isAncestor(
  older: CommitPlace | undefined,
  newer: CommitPlace | undefined,
): boolean {
  if (!older || !newer) {
    return false;
  }
  const from = older.position ?? older.containedBy;
  const to = newer.position ?? newer.contains;
  return from !== null && to !== null && from <= to;
}
