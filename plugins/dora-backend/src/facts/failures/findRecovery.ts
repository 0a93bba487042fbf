import { Rollout } from '../rollouts/Rollout';
import type { FailureLink } from './FailureLink';
import type { IncidentFact } from './IncidentFact';
import type { Revert } from './linkFailures';
import { undoneBy } from './undoneBy';

/** How a failed rollout recovered; all null while it has not. */
export interface Recovery {
  at: number | null;
  /** Rollout or incident. */
  by: string | null;
  /** The rollout that fixed it while its incident was open. */
  incidentFix: string | null;
}

/**
 * A failed rollout has recovered when the last of its incidents is resolved or the fixing rollout finished, whichever
 * is first. The fixing rollout is the first later successful one that rolls back or reverts it, that is the hotfix
 * for it, or that finishes while one of its incidents is open.
 *
 * @param later - production rollouts of the service after the failed one, in their order
 * @param links - why it failed
 * @param incidents - those that the links name
 */
export function findRecovery(options: {
  failed: Rollout;
  later: Rollout[];
  links: FailureLink[];
  incidents: Map<string, IncidentFact>;
  reverts: Revert[];
}): Recovery {
  const { failed, later, links, reverts } = options;
  const incidents = links.flatMap(({ causeType, causeId }) =>
    causeType === 'incident' ? options.incidents.get(causeId) ?? [] : [],
  );
  const causes = new Set(links.map(({ causeId }) => causeId));
  const isOpenAt = (at: number) =>
    incidents.some(
      ({ openedAt, resolvedAt }) =>
        openedAt <= at && (resolvedAt === null || at < resolvedAt),
    );
  const repairs = (rollout: Rollout, index: number) =>
    causes.has(rollout.id) ||
    (rollout.kind === 'rollback' &&
      undoneBy(rollout, [failed, ...later.slice(0, index)]).includes(failed)) ||
    reverts.some(
      ({ byRolloutId, ofRolloutId }) =>
        byRolloutId === rollout.id && ofRolloutId === failed.id,
    );

  const index = later.findIndex(
    (rollout, place) =>
      rollout.counted &&
      (repairs(rollout, place) || isOpenAt(rollout.finishedAt)),
  );
  const fix = index < 0 ? undefined : later[index];
  const incidentFix =
    fix && !repairs(fix, index) && isOpenAt(fix.finishedAt) ? fix.id : null;

  const last =
    incidents.length > 0 &&
    incidents.every(({ resolvedAt }) => resolvedAt !== null)
      ? incidents.reduce((a, b) => (b.resolvedAt! > a.resolvedAt! ? b : a))
      : undefined;
  // An incident of an earlier time that the failure was linked to by name cannot end it before it began.
  const resolved =
    last && last.resolvedAt! >= failed.finishedAt ? last : undefined;
  if (fix && (!resolved || fix.finishedAt <= resolved.resolvedAt!)) {
    return { at: fix.finishedAt, by: fix.id, incidentFix };
  }
  return {
    at: resolved?.resolvedAt ?? null,
    by: resolved?.id ?? null,
    incidentFix: null,
  };
}
