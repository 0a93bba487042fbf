import type { RequestVersion } from '@golden-path/backstage-plugin-escape-hatch-common';

/**
 * Which versions an approver wants to compare first: what was submitted before the last change, and what is asked now.
 *
 * @param versions - oldest first
 */
export function comparedVersions(
  versions: RequestVersion[],
): { from: number; to: number } | undefined {
  if (versions.length === 0) {
    return undefined;
  }
  const isChange = (i: number) =>
    i > 0 &&
    JSON.stringify(versions[i].content) !==
      JSON.stringify(versions[i - 1].content);
  const lastChange = versions.findLastIndex((_, i) => isChange(i));
  const lastSubmit = versions.findLastIndex(
    ({ action }) => action === 'submit',
  );
  const to =
    lastChange === -1 && lastSubmit === -1
      ? versions.length - 1
      : Math.max(lastChange, lastSubmit);
  const from = versions.findLastIndex(
    ({ action }, i) =>
      action === 'submit' && i < (lastChange === -1 ? to : lastChange),
  );
  return {
    from: versions[Math.max(from, 0)].version,
    to: versions[to].version,
  };
}
