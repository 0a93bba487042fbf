import { CommitPlace, isAncestor } from './Ancestry';
import { changesWhatRuns, ObservedRollout, RolloutKind } from './Rollout';

/** What is known of an environment before the walk begins. */
export interface LaneState {
  /** What runs; null after a removal, or where nothing ever ran. */
  running: { id: string; version: string; sha: string | null } | null;
  /** Greatest position that the environment has had; null where no version was resolved. */
  highWater: number | null;
}

/** What walking the rollouts of a service in their order tells about one of them. */
export interface WalkedRollout {
  rollout: ObservedRollout;
  kind: RolloutKind;
  flags: string[];
  predecessorId: string | null;
  previousVersion: string | null;
  position: number | null;
  highWater: number | null;
  counted: boolean;
  /**
   * Positions of the changes that reach production with it for the first time: after `after`, up to `upTo`; `exact`:
   * only the change that is the deployed commit itself, because nothing is known of what ran before.
   */
  ships: { after: number; upTo: number; exact: boolean } | null;
}

/** The rollouts of one service before and during the walk. */
export interface WalkContext {
  /** By environment. */
  lanes: Map<string, LaneState>;
  /** Greatest position that any production environment has had. */
  productionHighWater: number | null;
  /** First successful rollout of versions, before the walk: by environment and version, in milliseconds. */
  firstRan: Map<string, number>;
  /** Production environments of the service. */
  productionEnvironments: Set<string>;
  /** By SHA. */
  places: Map<string, CommitPlace>;
}

/**
 * Tells rollbacks, redeploys and promotions apart, and which changes each rollout ships. A rollback puts a version
 * in force that first ran in this environment before the version it replaces first ran there, unless the replaced
 * commit is an ancestor of it.
 *
 * @param rollouts - of one service, in the order in which they happened
 */
export function walkRollouts(
  rollouts: ObservedRollout[],
  context: WalkContext,
): WalkedRollout[] {
  const { lanes, firstRan, places } = context;
  let { productionHighWater } = context;

  return rollouts.map(rollout => {
    const { environment, version, sha } = rollout;
    const lane = lanes.get(environment) ?? { running: null, highWater: null };
    lanes.set(environment, lane);
    const { running } = lane;
    const place = sha === null ? undefined : places.get(sha);
    const position = place?.position ?? null;
    const kind = kindOf(rollout, running, context);
    const counted =
      rollout.production &&
      rollout.outcome === 'success' &&
      (kind === 'normal' || kind === 'rollback');
    // Of what ran before, nothing is known: neither here nor, for production, in another environment of it.
    const isFirst =
      lane.highWater === null &&
      (!rollout.production || productionHighWater === null);

    let ships: WalkedRollout['ships'] = null;
    if (counted && kind === 'normal' && position !== null) {
      const after = productionHighWater ?? position - 1;
      if (after < position) {
        ships = { after, upTo: position, exact: isFirst };
      }
    }
    if (changesWhatRuns({ kind, outcome: rollout.outcome })) {
      lane.running =
        kind === 'removal' ? null : { id: rollout.id, version, sha };
      if (kind !== 'removal') {
        const key = ranKey(environment, version);
        firstRan.set(key, firstRan.get(key) ?? rollout.finishedAt);
        if (position !== null) {
          lane.highWater = Math.max(lane.highWater ?? position, position);
        }
      }
      if (rollout.production && lane.highWater !== null) {
        productionHighWater = Math.max(
          productionHighWater ?? lane.highWater,
          lane.highWater,
        );
      }
    }
    return {
      rollout,
      kind,
      flags: [
        ...flagsOf(rollout, place),
        ...(isFirst && lane.highWater !== null ? ['baseline'] : []),
      ],
      predecessorId: running?.id ?? null,
      previousVersion: running?.version ?? null,
      position,
      highWater: lane.highWater,
      counted,
      ships,
    };
  });
}

/** Key of a version in an environment. */
export function ranKey(environment: string, version: string): string {
  return JSON.stringify([environment, version]);
}

function kindOf(
  rollout: ObservedRollout,
  running: LaneState['running'],
  context: WalkContext,
): RolloutKind {
  const { environment, version, sha, stated } = rollout;
  if (stated !== null && stated !== 'rollback') {
    return stated;
  }
  if (rollout.outcome === 'failure') {
    return 'normal';
  }
  if (
    running &&
    (running.version === version || (sha !== null && running.sha === sha))
  ) {
    return 'redeploy';
  }
  if (stated === 'rollback' || isRollback(rollout, running, context)) {
    return 'rollback';
  }
  const ranIn = (one: string) => context.firstRan.has(ranKey(one, version));
  // What comes back to an environment reaches no further one.
  const isPromotion =
    rollout.production &&
    !ranIn(environment) &&
    [...context.productionEnvironments].some(ranIn);
  return isPromotion ? 'promotion' : 'normal';
}

function isRollback(
  { environment, version, sha }: ObservedRollout,
  running: LaneState['running'],
  { firstRan, places }: WalkContext,
): boolean {
  if (!running) {
    return false;
  }
  const ran = firstRan.get(ranKey(environment, version));
  const replacedRan = firstRan.get(ranKey(environment, running.version));
  return (
    ran !== undefined &&
    replacedRan !== undefined &&
    ran < replacedRan &&
    !isAncestor(
      running.sha === null ? undefined : places.get(running.sha),
      sha === null ? undefined : places.get(sha),
    )
  );
}

function flagsOf(
  { stated, sha }: ObservedRollout,
  place: CommitPlace | undefined,
): string[] {
  if (stated === 'config' || stated === 'removal') {
    return [];
  }
  if (sha === null) {
    return ['unresolved-version'];
  }
  if (!place) {
    return ['unknown-commit'];
  }
  return place.position === null ? ['unmerged-build'] : [];
}
