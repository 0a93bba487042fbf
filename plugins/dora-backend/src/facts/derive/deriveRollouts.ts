import { quantile } from '@golden-path/backstage-plugin-dora-common';
import type { FailureContext } from '../failures/FailureContext';
import type { FailureLink } from '../failures/FailureLink';
import { findRecovery } from '../failures/findRecovery';
import { linkFailures, Revert } from '../failures/linkFailures';
import { byFinish, isBlamable, Rollout } from '../rollouts/Rollout';
import { isHotfix } from '../shipping/isHotfix';
import type { Shipping } from '../shipping/ShippingResolver';
import type { ServiceHistory } from './ServiceHistory';
import { ownerAt } from './ServiceInfo';

/** A service's facts after what changed. */
export interface DerivedRollouts {
  /** All from the start on, and earlier ones that failed or recovered differently. */
  rollouts: Rollout[];
  /** Why those failed. */
  links: FailureLink[];
  /** Rollouts that there are no longer. */
  gone: string[];
}

/** Puts together what rollouts are, what they ship, which of them failed and how they recovered. */
export function deriveRollouts(options: {
  history: ServiceHistory;
  shipping: Shipping;
  failures: FailureContext;
  hotfix: { branches: string[]; labels: string[] };
}): DerivedRollouts {
  const { history, shipping, failures } = options;
  const { stored, start, contextStart } = history;
  const fresh = freshRollouts(options);
  const freshIds = new Set(fresh.map(({ id }) => id));
  const earlier = [
    ...failures.older,
    ...stored.filter(({ finishedAt }) => finishedAt < start),
  ].filter(({ id }) => !freshIds.has(id));
  const replaced = stored.filter(({ finishedAt }) => finishedAt >= start);
  const production = [...earlier, ...fresh]
    .filter(rollout => rollout.production)
    .sort(byFinish);

  const replacedIds = new Set(replaced.map(({ id }) => id));
  // Of an earlier one, what was rolled out before it is not at hand; it blames what it did.
  const incidents = failures.incidents.filter(
    ({ openedAt, namedRolloutId: named }) =>
      openedAt >= start ||
      (named !== null && (freshIds.has(named) || replacedIds.has(named))),
  );
  const judgedAgain = new Set([
    ...replacedIds,
    ...freshIds,
    ...incidents.map(({ id }) => id),
  ]);
  const kept = failures.links.filter(
    ({ causeId, causeType, method }) =>
      method !== 'person' &&
      !judgedAgain.has(causeId) &&
      // One that was taken back, or is another service's now, blames nothing.
      (causeType !== 'incident' || failures.ownIncidents.has(causeId)),
  );
  const links = groupByRollout([
    ...kept,
    ...linkFailures({
      rollouts: production,
      causes: freshIds,
      incidents,
      reverts: shipping.reverts,
    }),
  ]);
  const overrules = new Map(
    failures.overrules.map(overrule => [overrule.rolloutId, overrule]),
  );
  for (const overrule of failures.overrules) {
    if (overrule.failed) {
      const causeId = overrule.causeIncident ?? overrule.causeDeployment;
      links.set(overrule.rolloutId, [
        ...(links.get(overrule.rolloutId) ?? []),
        {
          deploymentId: overrule.rolloutId,
          method: 'person',
          causeType: causeTypeOf(overrule),
          causeId: causeId ?? String(overrule.id),
        },
      ]);
    }
  }
  const reverts: Revert[] = [
    ...shipping.reverts,
    ...kept
      .filter(({ method }) => method === 'revert')
      .map(({ deploymentId, causeId }) => ({
        byRolloutId: causeId,
        ofRolloutId: deploymentId,
      })),
  ];

  const incidentFixes = new Set<string>();
  const judged = production.map((rollout, index) => {
    const own = links.get(rollout.id) ?? [];
    const failed =
      overrules.get(rollout.id)?.failed ??
      (isBlamable(rollout) && own.length > 0);
    if (!failed) {
      return { ...rollout, failed, recoveredAt: null, recoveredBy: null };
    }
    const wasJudged =
      rollout.finishedAt < contextStart &&
      rollout.recoveredAt !== null &&
      rollout.recoveredAt < start;
    if (wasJudged) {
      return { ...rollout, failed };
    }
    const recovery = findRecovery({
      failed: rollout,
      later: production.slice(index + 1),
      links: own,
      incidents: failures.knownIncidents,
      reverts,
    });
    if (recovery.incidentFix) {
      incidentFixes.add(recovery.incidentFix);
    }
    return {
      ...rollout,
      failed,
      recoveredAt: recovery.at,
      recoveredBy: recovery.by,
    };
  });
  const reverting = new Set(reverts.map(({ byRolloutId }) => byRolloutId));
  const result = judged.map(rollout => {
    if (!freshIds.has(rollout.id)) {
      return rollout;
    }
    const reworkReason = reasonOf(rollout, reverting, incidentFixes);
    return { ...rollout, rework: reworkReason !== null, reworkReason };
  });
  return {
    rollouts: [...result, ...fresh.filter(rollout => !rollout.production)],
    links: result.flatMap(({ id }) => links.get(id) ?? []),
    gone: replaced.flatMap(({ id }) => (freshIds.has(id) ? [] : [id])),
  };
}

function freshRollouts(options: {
  history: ServiceHistory;
  shipping: Shipping;
  hotfix: { branches: string[]; labels: string[] };
}): Rollout[] {
  const { history, shipping, hotfix } = options;
  const leads = new Map<string, number[]>();
  for (const { rolloutId, leadSeconds } of shipping.shipped) {
    leads.set(rolloutId, [...(leads.get(rolloutId) ?? []), leadSeconds]);
  }
  return history.walked.map(({ rollout, ships: _, ...walked }) => {
    const { stated: __, ...observed } = rollout;
    const changes = shipping.changes.get(rollout.id) ?? [];
    const times = leads.get(rollout.id) ?? [];
    const hotfixes =
      walked.kind === 'normal' &&
      changes.length > 0 &&
      changes.every(change => isHotfix(change, hotfix));
    return {
      ...observed,
      ...walked,
      kind: hotfixes ? 'hotfix' : walked.kind,
      demo: observed.demo || history.service.demo,
      ownerRef: ownerAt(history.service, rollout.finishedAt),
      changes: times.length,
      leadMedianSeconds: quantile(
        times.sort((a, b) => a - b),
        0.5,
      ),
      failed: false,
      recoveredAt: null,
      recoveredBy: null,
      rework: false,
      reworkReason: null,
    };
  });
}

function reasonOf(
  rollout: Rollout,
  reverting: Set<string>,
  incidentFixes: Set<string>,
): Rollout['reworkReason'] {
  if (!rollout.counted) {
    return null;
  }
  if (rollout.kind === 'rollback' || rollout.kind === 'hotfix') {
    return rollout.kind;
  }
  if (reverting.has(rollout.id)) {
    return 'revert';
  }
  return incidentFixes.has(rollout.id) ? 'incident' : null;
}

function causeTypeOf(overrule: {
  causeIncident: string | null;
  causeDeployment: string | null;
}): FailureLink['causeType'] {
  if (overrule.causeIncident !== null) {
    return 'incident';
  }
  return overrule.causeDeployment === null ? 'person' : 'deployment';
}

function groupByRollout(links: FailureLink[]): Map<string, FailureLink[]> {
  const groups = new Map<string, FailureLink[]>();
  const distinct = new Map(links.map(link => [JSON.stringify(link), link]));
  for (const link of distinct.values()) {
    groups.set(link.deploymentId, [
      ...(groups.get(link.deploymentId) ?? []),
      link,
    ]);
  }
  return groups;
}
