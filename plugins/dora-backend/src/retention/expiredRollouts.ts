import type { RolloutKind } from '../facts/rollouts/Rollout';

/** A rollout that is older than the retention. */
export interface OldRollout {
  id: string;
  environment: string;
  version: string;
  /** ms */
  finishedAt: number;
  outcome: 'success' | 'failure';
  kind: RolloutKind;
  position: number | null;
  /** ms */
  recoveredAt: number | null;
}

/**
 * Which old rollouts of a service nothing depends on. Kept are, in each environment, what ran when the retention
 * begins, the rollout of the greatest position, the first run of every version that is kept, for these decide what
 * later rollouts ship and which of them are rollbacks; and failed ones that recovered within the retention.
 *
 * @param old - finished before `since`
 * @param newerVersions - versions of the service's rollouts since then
 */
export function expiredRollouts(options: {
  old: OldRollout[];
  newerVersions: Set<string>;
  since: number;
}): string[] {
  const { since } = options;
  const old = [...options.old].sort((a, b) => a.finishedAt - b.finishedAt);
  const ran = old.filter(
    ({ outcome, kind }) => outcome === 'success' && kind !== 'config',
  );
  const kept = new Set<string>();
  const versions = new Set(options.newerVersions);
  const keep = (rollout: OldRollout | undefined) => {
    if (rollout) {
      kept.add(rollout.id);
      versions.add(rollout.version);
    }
  };
  for (const environment of new Set(old.map(it => it.environment))) {
    const lane = ran.filter(it => it.environment === environment);
    keep(lane.at(-1));
    keep(furthest(lane));
  }
  old
    .filter(({ recoveredAt }) => recoveredAt !== null && recoveredAt >= since)
    .forEach(keep);

  const firstRuns = new Set<string>();
  for (const { id, environment, version } of ran) {
    const key = JSON.stringify([environment, version]);
    if (versions.has(version) && !firstRuns.has(key)) {
      firstRuns.add(key);
      kept.add(id);
    }
  }
  return old.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
}

/** The latest of those with the greatest position. */
function furthest(lane: OldRollout[]): OldRollout | undefined {
  return lane.reduce<OldRollout | undefined>(
    (best, rollout) =>
      rollout.position !== null && rollout.position >= (best?.position ?? 0)
        ? rollout
        : best,
    undefined,
  );
}
