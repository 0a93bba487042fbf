import { rolloutId } from './rolloutId';
import type { ObservedRollout } from './Rollout';

/** Reports of one rollout by two sources lie at most this far apart. */
export const SAME_ROLLOUT_MS = 15 * 60_000;

/** An event of the log about a rollout, with the commit it resolves to. */
export interface Observation {
  seq: number;
  source: string;
  sourceType: string;
  externalId: string;
  entityRef: string;
  environment: string;
  version: string;
  sha: string | null;
  startedAt: number | null;
  finishedAt: number;
  /** Tells those of one instant apart. */
  sequence: number;
  outcome: 'success' | 'failure';
  /** The source saw the intent only. */
  assumed: boolean;
  stated: ObservedRollout['stated'];
  demo: boolean;
}

/** A rollout with the events that it is made from. */
export interface ObservedWithEvidence {
  rollout: ObservedRollout;
  seqs: number[];
  externalIds: string[];
}

/**
 * Puts together what several sources report of one rollout: same service, environment and version (or commit),
 * within 15 minutes of the first report. A source that reports it twice means two rollouts. The rollout has the time
 * of the first report, so that later ones do not move it into another window.
 */
export function mergeObservations(options: {
  observations: Observation[];
  isProduction: (environment: string) => boolean;
}): ObservedWithEvidence[] {
  const sorted = [...options.observations].sort(
    (a, b) =>
      a.finishedAt - b.finishedAt ||
      a.sequence - b.sequence ||
      compareText(a.source, b.source) ||
      compareText(a.externalId, b.externalId),
  );
  const groups: Observation[][] = [];
  const open = new Map<string, Observation[][]>();
  for (const observation of sorted) {
    const lane = JSON.stringify([
      observation.entityRef,
      observation.environment,
    ]);
    const recent = (open.get(lane) ?? []).filter(
      ([first]) => observation.finishedAt - first.finishedAt <= SAME_ROLLOUT_MS,
    );
    const group = recent.find(members => isSame(members, observation));
    if (group) {
      group.push(observation);
    } else {
      const added = [observation];
      groups.push(added);
      recent.push(added);
    }
    open.set(lane, recent);
  }
  return groups.map(members => ({
    rollout: merged(members, options.isProduction),
    seqs: members.map(({ seq }) => seq),
    externalIds: members.map(({ externalId }) => externalId),
  }));
}

function isSame(members: Observation[], other: Observation): boolean {
  const [first] = members;
  const statesRollout = ({ stated }: Observation) =>
    stated === null || stated === 'rollback';
  return (
    statesRollout(first) &&
    statesRollout(other) &&
    members.every(({ source }) => source !== other.source) &&
    (first.version === other.version ||
      (first.sha !== null && first.sha === other.sha))
  );
}

function merged(
  members: Observation[],
  isProduction: (environment: string) => boolean,
): ObservedRollout {
  const [first] = members;
  // What was seen prevails over what was only meant to happen.
  const seen = members.filter(({ assumed }) => !assumed);
  const telling = seen.length > 0 ? seen : members;
  const started = members.flatMap(({ startedAt }) => startedAt ?? []);
  return {
    id: rolloutId(first.source, first.externalId),
    entityRef: first.entityRef,
    environment: first.environment,
    production: isProduction(first.environment),
    version: first.version,
    sha: members.find(({ sha }) => sha !== null)?.sha ?? null,
    startedAt: started.length > 0 ? Math.min(...started) : null,
    finishedAt: first.finishedAt,
    sequence: first.sequence,
    outcome: telling.some(({ outcome }) => outcome === 'success')
      ? 'success'
      : 'failure',
    stated: members.find(({ stated }) => stated !== null)?.stated ?? null,
    sources: [...new Set(members.map(({ sourceType }) => sourceType))],
    demo: members.some(({ demo }) => demo),
  };
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
