import { createHash } from 'node:crypto';
import { toInstant } from '../database/instants';
import type { ChangedFacts } from '../facts/EventRecorder';
import { byFinish, type Rollout } from '../facts/rollouts/Rollout';

/** Longest title that is told. */
const TITLE_MAX = 500;

/** What happened to a service, as it is told on the topic `dora.deployment`. */
export type Mark = {
  /** The same for every message about the same thing: the newest message holds. */
  id: string;
  entityRef: string;
  kind: 'deployment' | 'failed-deployment' | 'rollback' | 'incident';
  /** RFC 3339 */
  at: string;
  to?: string;
  title: string;
  url?: string;
};

/** That there is no such thing as a mark was told about. */
export type Retraction = Pick<Mark, 'id'> & { retracted: true };

/**
 * What there is no mark for any more, then production rollouts and production incidents among facts that changed,
 * oldest first.
 *
 * @param since - ms; what ended before is nobody's business any more
 * @param appUrl - of the app, to link deployments; undefined where it is not known
 */
export function toMarks(options: {
  changed: ChangedFacts;
  since: number;
  appUrl: string | undefined;
}): (Mark | Retraction)[] {
  const { changed, ...rest } = options;
  const marks = marksOf(changed, rest);
  const ids = new Set(marks.map(({ id }) => id));
  const gone = marksOf(changed.replaced, rest).filter(({ id }) => !ids.has(id));
  return [
    ...gone.map(({ id }) => ({ id, retracted: true as const })),
    ...marks,
  ];
}

function marksOf(
  facts: Pick<ChangedFacts, 'rollouts' | 'incidents'>,
  { since, appUrl }: { since: number; appUrl: string | undefined },
): Mark[] {
  const rollouts = facts.rollouts
    .filter(({ production, finishedAt }) => production && finishedAt >= since)
    .sort(byFinish)
    .flatMap(rollout => {
      const kind = kindOf(rollout);
      return kind ? [toMark(rollout, kind, appUrl)] : [];
    });
  const incidents = facts.incidents
    .filter(
      ({ production, openedAt, resolvedAt }) =>
        production && (resolvedAt ?? openedAt) >= since,
    )
    .flatMap(({ id, openedAt, resolvedAt, title, url, entityRefs }) =>
      entityRefs.map(
        (entityRef): Mark => ({
          id: `incident:${id}:${shortHash(entityRef)}`,
          entityRef,
          kind: 'incident',
          at: toInstant(openedAt),
          ...(resolvedAt !== null && { to: toInstant(resolvedAt) }),
          title: title.slice(0, TITLE_MAX) || 'Incident',
          ...(url !== null && { url }),
        }),
      ),
    );
  return [...rollouts, ...incidents].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Undefined for what brings no other version to production: configuration, a redeploy, a rollout that broke off. */
function kindOf(rollout: Rollout): Mark['kind'] | undefined {
  if (rollout.outcome === 'failure') {
    return undefined;
  }
  switch (rollout.kind) {
    case 'rollback':
      return 'rollback';
    case 'normal':
    case 'hotfix':
    case 'promotion':
      return rollout.failed ? 'failed-deployment' : 'deployment';
    default:
      return undefined;
  }
}

function toMark(
  rollout: Rollout,
  kind: Mark['kind'],
  appUrl: string | undefined,
): Mark {
  const { id, entityRef, version, environment, finishedAt } = rollout;
  return {
    id: `deployment:${id}`,
    entityRef,
    kind,
    at: toInstant(finishedAt),
    title: `${version} in ${environment}`.slice(0, TITLE_MAX),
    ...(appUrl !== undefined && {
      url: `${appUrl}/dora/deployments/${encodeURIComponent(id)}`,
    }),
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
