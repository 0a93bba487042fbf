import type {
  DataGap,
  Episode,
  HistoryMark,
  HistoryPoint,
  PolicyChange,
  SloHistory,
  SloHistoryQuery,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';

/** What availability has used of its budget, and how many failures that budget allows. */
const CONSUMED = 0.618;
const AVAILABILITY_BUDGET = 37_513_133 * 0.005;

export const episodes: Episode[] = [
  {
    from: '2026-11-11T14:05:00Z',
    to: '2026-11-11T15:50:00Z',
    bad: 62_687,
    total: 145_109,
    budget: 0.334,
    marks: [],
  },
  {
    from: '2026-11-03T09:20:00Z',
    to: '2026-11-03T10:05:00Z',
    bad: 10_000,
    total: 51_546,
    budget: 0.053,
    marks: [],
  },
  {
    from: '2026-11-19T06:05:00Z',
    to: '2026-11-19T07:10:00Z',
    bad: 5805,
    total: 52_297,
    budget: 0.031,
    marks: [],
  },
];

export const marks: HistoryMark[] = [
  ...[
    '2026-10-26T09:00:00Z',
    '2026-11-02T20:30:00Z',
    '2026-11-08T15:00:00Z',
    '2026-11-12T10:00:00Z',
    '2026-11-17T11:00:00Z',
  ].map(
    (at, i): HistoryMark => ({ at, kind: 'deployment', title: `b${i}10c4e` }),
  ),
  {
    at: '2026-11-11T14:02:00Z',
    kind: 'failed-deployment',
    title: 'a3f9c21',
    url: 'https://github.com/acme/api-service/commit/a3f9c21',
  },
  { at: '2026-11-11T15:48:00Z', kind: 'rollback', title: 'b210c4e' },
  {
    at: '2026-11-11T14:07:00Z',
    to: '2026-11-11T15:50:00Z',
    kind: 'incident',
    title: '412',
  },
];

/** The episodes in an SLO's own numbers, the first with what happened at its time. */
export function episodesOf(slo: SloStatus, hasMarks: boolean): Episode[] {
  const scale = (slo.budget.consumed ?? 0) / CONSUMED;
  const events = (slo.total * (1 - slo.objective)) / AVAILABILITY_BUDGET;
  return episodes
    .filter(() => slo.total > 0)
    .map((episode, i) => ({
      ...episode,
      bad: Math.round(episode.bad * scale * events),
      budget: episode.budget * scale,
      marks:
        hasMarks && i === 0
          ? marks.filter(
              ({ kind }) => kind === 'failed-deployment' || kind === 'incident',
            )
          : [],
    }));
}

export const policyChanges: PolicyChange[] = [
  policyChange('2026-11-11T15:45:00Z', true, 0.502),
  policyChange('2026-09-28T08:15:00Z', false, 0.449),
  policyChange('2026-09-22T05:15:00Z', true, 0.513),
];

/**
 * Points at even steps, both ends included: quiet hours that lose a little, and the episodes. The last
 * one has used what the status says, unless it lost something in the gap.
 */
export function historyOf(
  slo: SloStatus,
  query: SloHistoryQuery,
  options: { gap?: DataGap; marks: HistoryMark[] },
): SloHistory {
  const { gap, marks: during } = options;
  const from = Date.parse(query.from ?? slo.window.from);
  const to = Date.parse(query.to ?? slo.window.to);
  const count = query.points ?? 361;
  const start = Date.parse(slo.window.from);
  const length = Date.parse(slo.window.to) - start;
  const lost = episodes.reduce((sum, { budget }) => sum + budget, 0);
  const scale = (slo.budget.consumed ?? 0) / CONSUMED;
  const measured = (since: number, until: number) =>
    until - since - (gap ? overlap(gap, since, until) : 0);
  const consumedAt = (at: number) =>
    scale *
    ((CONSUMED - lost) * (measured(start, at) / length) +
      episodes.reduce(
        (sum, episode) =>
          sum +
          (episode.budget * overlap(episode, start, at)) /
            (Date.parse(episode.to) - Date.parse(episode.from)),
        0,
      ));
  const points = Array.from({ length: count }, (_, i): HistoryPoint => {
    const at = from + (i * (to - from)) / (count - 1);
    const before = i === 0 ? at : at - (to - from) / (count - 1);
    const total = Math.round((slo.total * measured(before, at)) / length);
    const bad =
      (consumedAt(at) - consumedAt(before)) * slo.total * (1 - slo.objective);
    return {
      at: new Date(at).toISOString(),
      good: total - bad,
      total,
      sli: total > 0 ? 1 - bad / total : null,
      consumed: consumedAt(at),
      ideal: (at - start) / length,
      coverage: i === 0 ? 0 : measured(before, at) / (at - before),
    };
  });
  return { points, marks: during };
}

/** Milliseconds that a period shares with another. */
function overlap(period: DataGap, since: number, until: number): number {
  return Math.max(
    0,
    Math.min(Date.parse(period.to), until) -
      Math.max(Date.parse(period.from), since),
  );
}

function policyChange(
  at: string,
  entered: boolean,
  consumed: number,
): PolicyChange {
  return {
    at,
    threshold: 0.5,
    action: 'Reliability review required before next feature release',
    effect: 'review',
    entered,
    consumed,
  };
}
