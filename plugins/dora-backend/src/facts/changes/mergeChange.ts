import type { ChangeEvent } from '@golden-path/backstage-plugin-dora-node';
import { toMs } from '../../database/instants';
import type { LoggedEvent } from '../log/EventLog';
import type { Change } from './Change';
import { firstCommit } from './firstCommit';

/**
 * One change from all that its sources said about it: later revisions prevail over earlier ones, sources that know
 * the history over those that do not. Undefined while it is not merged, or where every source took it back.
 *
 * @param events - of one repository and SHA, with the revisions before the SHA was known
 * @param hasHistory - a source knows positions in this repository
 */
export function mergeChange(options: {
  repository: string;
  sha: string;
  events: LoggedEvent<ChangeEvent>[];
  hasHistory: boolean;
}): Change | undefined {
  const { repository, sha, hasHistory } = options;
  const events = withoutRetracted(options.events).sort(byAuthority);
  const first = <K extends keyof ChangeEvent>(key: K) =>
    events.find(({ event }) => event[key] !== undefined)?.event[key];
  const earliest = (key: 'openedAt' | 'firstReviewAt') => {
    const times = events.flatMap(({ event }) =>
      event[key] === undefined ? [] : [toMs(event[key])],
    );
    return times.length > 0 ? Math.min(...times) : null;
  };

  const merged = first('mergedAt');
  if (merged === undefined) {
    return undefined;
  }
  const mergedAt = toMs(merged);
  const openedAt = earliest('openedAt');
  const { at, old } = firstCommit({
    commits: (first('commits') ?? []).map(commit => ({
      authoredAt: toMs(commit.authoredAt),
      committedAt: toMs(commit.committedAt),
    })),
    openedAt,
    mergedAt,
  });
  const named = first('firstCommitAt');
  const begun = [
    at ?? (named === undefined ? null : toMs(named)),
    openedAt,
  ].filter((time): time is number => time !== null);
  return {
    repository,
    sha,
    position: hasHistory ? first('position') ?? null : mergedAt,
    firstCommitAt: Math.min(mergedAt, ...begun),
    openedAt,
    firstReviewAt: earliest('firstReviewAt'),
    mergedAt,
    number: first('number') ?? null,
    title: first('title') ?? null,
    url: first('url') ?? null,
    branch: first('branch') ?? null,
    labels: first('labels') ?? [],
    reverts: {
      shas: first('reverts') ?? [],
      numbers: first('revertsNumbers') ?? [],
    },
    flags: [
      ...(old ? ['old-commit'] : []),
      ...(openedAt === null ? ['opening-unknown'] : []),
    ],
    demo: events.some(({ event }) => event.demo === true),
  };
}

/** An id whose highest revision is retracted says nothing. */
function withoutRetracted(events: LoggedEvent<ChangeEvent>[]) {
  const newest = new Map<string, LoggedEvent<ChangeEvent>>();
  const idOf = ({ source, event }: LoggedEvent<ChangeEvent>) =>
    JSON.stringify([source, event.id]);
  for (const logged of events) {
    const known = newest.get(idOf(logged));
    if (!known || known.revision < logged.revision) {
      newest.set(idOf(logged), logged);
    }
  }
  return events.filter(logged => !newest.get(idOf(logged))!.event.retracted);
}

function byAuthority(
  a: LoggedEvent<ChangeEvent>,
  b: LoggedEvent<ChangeEvent>,
): number {
  return (
    Number(b.event.position !== undefined) -
      Number(a.event.position !== undefined) ||
    b.revision - a.revision ||
    compareText(a.source, b.source) ||
    compareText(a.event.id, b.event.id)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
