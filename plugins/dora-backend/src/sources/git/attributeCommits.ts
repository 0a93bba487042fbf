import type { Commit } from './readCommits';

/**
 * The non-merge commits that each commit of a first-parent history brought to the branch: those that it contains and
 * its predecessors do not, itself included. Commits that are not among the given ones came earlier.
 *
 * @param firstParents - oldest first
 */
export function attributeCommits(
  firstParents: string[],
  commits: Map<string, Commit>,
): Map<string, Commit[]> {
  const seen = new Set<string>();
  const brought = new Map<string, Commit[]>();
  for (const sha of firstParents) {
    const found: Commit[] = [];
    const open = [sha];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const commit = commits.get(next);
      if (commit && !seen.has(next)) {
        seen.add(next);
        open.push(...commit.parents);
        if (commit.parents.length < 2) {
          found.push(commit);
        }
      }
    }
    brought.set(sha, found);
  }
  return brought;
}
