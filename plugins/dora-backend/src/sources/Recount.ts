import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import type { HeldEvents } from './HeldEvents';

/** Events of one call to the sink. */
const BATCH = 1_000;

/**
 * What a source has to do again, because history or rules are others than those that the log's events came from.
 * Commits after the fork are told once more, with a greater revision; what is then left of older revisions after the
 * fork is retracted.
 */
export interface Recount {
  /** Newest commit whose events, and all before, stay as they are; null for none. */
  fork: string | null;
}

/** Number of a commit in the first-parent history, from the oldest. */
export type Positions = Map<string, number>;

/**
 * The newest commit of a history up to which the log agrees with it. A commit is in the log only after all its
 * predecessors, so the newest one that is there will do, unless one before it was taken back.
 */
export async function findFork(options: {
  held: HeldEvents;
  type: DoraEvent['type'];
  positions: Positions;
  commitOf: (event: DoraEvent) => string;
}): Promise<string | null> {
  const { held, type, positions, commitOf } = options;
  let newest = -1;
  let firstGone = Infinity;
  let fork: string | null = null;
  const known: [position: number, commit: string][] = [];
  for await (const events of held.all(type)) {
    for (const { event } of events) {
      const commit = commitOf(event);
      const position = positions.get(commit);
      if (position === undefined) {
        continue;
      }
      if (event.retracted) {
        firstGone = Math.min(firstGone, position);
      } else {
        known.push([position, commit]);
      }
    }
  }
  for (const [position, commit] of known) {
    if (position > newest && position < firstGone) {
      newest = position;
      fork = commit;
    }
  }
  return fork;
}

/** Events that no longer hold once all after the fork were told again with `generation` as their revision. */
export async function* findStale(options: {
  held: HeldEvents;
  type: DoraEvent['type'];
  generation: number;
  /** Says that an event stays without having been told again. */
  stays: (event: DoraEvent) => boolean;
}): AsyncGenerator<DoraEvent[]> {
  const { held, type, generation, stays } = options;
  let stale: DoraEvent[] = [];
  for await (const events of held.all(type)) {
    for (const { event, revision } of events) {
      if (revision < generation && !event.retracted && !stays(event)) {
        stale.push({ ...event, revision: generation, retracted: true });
      }
    }
    if (stale.length >= BATCH) {
      yield stale;
      stale = [];
    }
  }
  if (stale.length > 0) {
    yield stale;
  }
}
