import { changesWhatRuns, isBlamable, Rollout } from '../rollouts/Rollout';
import type { FailureLink } from './FailureLink';
import type { IncidentFact } from './IncidentFact';
import { undoneBy } from './undoneBy';

const DAY = 86_400_000;

/** A shipped change that takes back another one, with the rollout that had shipped it. */
export interface Revert {
  byRolloutId: string;
  ofRolloutId: string;
}

/**
 * Which rollouts failed, by their causes. A rollback blames the earliest of those it undoes that finished at most
 * 24 hours before it, else the last of them; a revert the rollout that had shipped the reverted change; a hotfix its
 * predecessor when that is at most 24 hours old; an incident the rollout it names, else the newest one of the service
 * before it when that is at most 24 hours old. Nothing is blamed by
 * the time alone for an incident that names a rollout of another service, nor for one after a rollback: what ran then
 * was old code.
 *
 * @param rollouts - production rollouts of one service, in their order, with all that a cause may blame
 * @param causes - those of them whose blame is wanted
 */
export function linkFailures(options: {
  rollouts: Rollout[];
  causes: Set<string>;
  incidents: IncidentFact[];
  reverts: Revert[];
}): FailureLink[] {
  const { rollouts, causes, incidents, reverts } = options;
  const links: FailureLink[] = [];
  const blame = (
    target: Rollout | undefined,
    method: FailureLink['method'],
    causeType: FailureLink['causeType'],
    causeId: string,
  ) => {
    if (target && isBlamable(target)) {
      links.push({ deploymentId: target.id, method, causeType, causeId });
    }
  };
  const byId = new Map(rollouts.map(rollout => [rollout.id, rollout]));

  rollouts.forEach((rollout, index) => {
    if (!causes.has(rollout.id) || !rollout.counted) {
      return;
    }
    if (rollout.kind === 'rollback') {
      const undone = undoneBy(rollout, rollouts.slice(0, index)).filter(
        isBlamable,
      );
      const recent = undone.find(
        ({ finishedAt }) => rollout.finishedAt - finishedAt <= DAY,
      );
      blame(recent ?? undone.at(-1), 'rollback', 'deployment', rollout.id);
    }
    if (rollout.kind === 'hotfix') {
      // One that only repeats a rollout brought nothing that could have failed.
      const before = rollouts
        .slice(0, index)
        .filter(
          one =>
            one.environment === rollout.environment &&
            changesWhatRuns(one) &&
            one.kind !== 'redeploy',
        )
        .at(-1);
      if (before && rollout.finishedAt - before.finishedAt <= DAY) {
        blame(before, 'hotfix', 'deployment', rollout.id);
      }
    }
  });
  for (const { byRolloutId, ofRolloutId } of reverts) {
    if (causes.has(byRolloutId)) {
      blame(byId.get(ofRolloutId), 'revert', 'deployment', byRolloutId);
    }
  }
  for (const incident of incidents) {
    const named = namedBy(incident, rollouts, byId);
    if (named) {
      blame(named, 'explicit', 'incident', incident.id);
    } else if (!incident.isNamedElsewhere) {
      const newest = rollouts
        .filter(
          ({ counted, finishedAt }) =>
            counted && finishedAt <= incident.openedAt,
        )
        .at(-1);
      if (newest && incident.openedAt - newest.finishedAt <= DAY) {
        blame(newest, 'same-service', 'incident', incident.id);
      }
    }
  }
  return links;
}

function namedBy(
  incident: IncidentFact,
  rollouts: Rollout[],
  byId: Map<string, Rollout>,
): Rollout | undefined {
  const named =
    incident.namedRolloutId === null
      ? undefined
      : byId.get(incident.namedRolloutId);
  if (named) {
    return named;
  }
  return rollouts
    .filter(
      rollout =>
        isBlamable(rollout) &&
        rollout.version === incident.namedVersion &&
        rollout.finishedAt <= incident.openedAt,
    )
    .at(-1);
}
