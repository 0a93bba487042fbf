import type { PolicyChange } from '@golden-path/backstage-plugin-slo-common';

/** How long an action that ceased had held, in seconds; undefined where its beginning is not listed. */
export function heldFor(
  end: PolicyChange,
  changes: PolicyChange[],
): number | undefined {
  const ended = Date.parse(end.at);
  const begins = changes
    .filter(({ entered, threshold }) => entered && threshold === end.threshold)
    .map(({ at }) => Date.parse(at))
    .filter(at => at < ended);
  return begins.length > 0 ? (ended - Math.max(...begins)) / 1000 : undefined;
}
