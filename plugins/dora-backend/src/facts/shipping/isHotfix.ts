import { minimatch } from 'minimatch';

/** Whether a change says of itself, by its branch or a label, that it is a hotfix. */
export function isHotfix(
  change: { branch: string | null; labels: string[] },
  rules: { branches: string[]; labels: string[] },
): boolean {
  return (
    change.labels.some(label => rules.labels.includes(label)) ||
    (change.branch !== null &&
      rules.branches.some(pattern => minimatch(change.branch!, pattern)))
  );
}
